package org.afterword.member;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has joined. Names change through its verbs; what stands in one column,
 * such as the role, through a query of {@link MemberRepository}.
 */
@Entity
class Member {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Handle handle;

	private String skeleton;

	/** What others see: the full name, or initials. */
	private String displayName;

	/** Null where others see the full name. */
	private @Nullable String fullName;

	private @Nullable String initials;

	private @Nullable String organisation;

	private @Nullable String country;

	private @Nullable String about;

	@Column(updatable = false)
	private @Nullable String passwordHash;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private Role role;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private MemberStatus status;

	@Column(updatable = false)
	private @Nullable MemberId invitedBy;

	@Column(updatable = false)
	private Instant createdAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Member() {
	}

	Member(Newcomer newcomer, String passwordHash, Role role, MemberStatus status, @Nullable MemberId invitedBy,
			Instant now) {
		this.handle = newcomer.handle();
		this.skeleton = newcomer.handle().skeleton();
		this.displayName = newcomer.profile().shown();
		this.passwordHash = passwordHash;
		this.role = role;
		this.status = status;
		this.invitedBy = invitedBy;
		this.createdAt = now;
		describe(newcomer.profile());
	}

	/**
	 * Changes the profile.
	 * @return whether others see another name than before
	 */
	final boolean describe(Profile profile) {
		var before = this.displayName;
		this.displayName = profile.shown();
		this.fullName = profile.byInitials() ? profile.name() : null;
		this.initials = profile.initials();
		this.organisation = profile.organisation();
		this.country = profile.country();
		this.about = profile.about();
		return !before.equals(this.displayName);
	}

	/**
	 * Changes the handle.
	 * @return the handle before; null if it stays the same
	 */
	@Nullable Handle rename(Handle other) {
		if (this.handle.equals(other)) {
			return null;
		}
		var before = this.handle;
		this.handle = other;
		this.skeleton = other.skeleton();
		return before;
	}

	MemberId id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return new MemberId(this.id);
	}

	Handle handle() {
		return this.handle;
	}

	Profile profile() {
		return new Profile((this.fullName != null) ? this.fullName : this.displayName, this.initials, this.organisation,
				this.country, this.about, this.fullName != null);
	}

}
