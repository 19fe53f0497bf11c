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

/** Somebody who has joined. */
@Entity
class Member {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Handle handle;

	private String skeleton;

	/** As others see it: the name they go by, or initials. */
	private String displayName;

	/** The name they go by; null where it is the one that others see. */
	private @Nullable String fullName;

	private @Nullable String initials;

	private @Nullable String passwordHash;

	@Enumerated(EnumType.STRING)
	private Role role;

	@Enumerated(EnumType.STRING)
	private MemberStatus status;

	private @Nullable String organisation;

	private @Nullable String country;

	private @Nullable String about;

	@Enumerated(EnumType.STRING)
	private Listing listed = Listing.MEMBERS;

	@Column(updatable = false)
	private Instant createdAt;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Member() {
	}

	Member(Newcomer newcomer, String passwordHash, Role role, MemberStatus status, Instant now) {
		this.status = status;
		this.handle = newcomer.handle();
		this.skeleton = newcomer.handle().skeleton();
		this.displayName = newcomer.profile().name();
		this.passwordHash = passwordHash;
		this.role = role;
		this.createdAt = now;
		describe(newcomer.profile());
	}

	/**
	 * What they say of themselves from now on.
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

	/** They leave: what stays is a number under a name of ours. */
	void erase(Handle number, String name) {
		this.handle = number;
		this.skeleton = number.skeleton();
		this.displayName = name;
		this.fullName = null;
		this.initials = null;
		this.passwordHash = null;
		this.role = Role.MEMBER;
		this.status = MemberStatus.ERASED;
		this.organisation = null;
		this.country = null;
		this.about = null;
	}

	/** The handle they had before; null if it stays the same. */
	@Nullable Handle rename(Handle other) {
		if (this.handle.equals(other)) {
			return null;
		}
		var before = this.handle;
		this.handle = other;
		this.skeleton = other.skeleton();
		return before;
	}

	/** The role they had before; null if it stays the same. */
	@Nullable Role give(Role other) {
		if (this.role == other) {
			return null;
		}
		var before = this.role;
		this.role = other;
		return before;
	}

	void list(Listing other) {
		this.listed = other;
	}

	Listing listing() {
		return this.listed;
	}

	/** False unless they were waiting to be let in. */
	boolean letIn() {
		var waited = this.status == MemberStatus.WAITING;
		if (waited) {
			this.status = MemberStatus.ACTIVE;
		}
		return waited;
	}

	void changePassword(@Nullable String hash) {
		this.passwordHash = hash;
	}

	MemberId id() {
		if (this.id == null) {
			throw new IllegalStateException("Not saved yet");
		}
		return new MemberId(this.id);
	}

	boolean isActive() {
		return this.status == MemberStatus.ACTIVE;
	}

	@Nullable String passwordHash() {
		return this.passwordHash;
	}

	Handle handle() {
		return this.handle;
	}

	Profile profile() {
		return new Profile((this.fullName != null) ? this.fullName : this.displayName, this.initials, this.organisation,
				this.country, this.about, this.fullName != null);
	}

}
