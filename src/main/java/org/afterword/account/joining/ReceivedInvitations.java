package org.afterword.account.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.afterword.account.LocalPath;
import org.afterword.account.Secret;
import org.afterword.account.joining.Invitation.Gain;
import org.afterword.kernel.Gone;
import org.afterword.member.Email;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invitations for those who hold their key: by it they join, or get a role. */
@Service
@Transactional
class ReceivedInvitations {

	private final Members members;

	private final Roles roles;

	private final TopicRoles topicRoles;

	private final JdbcClient sql;

	private final Clock clock;

	ReceivedInvitations(Members members, Roles roles, TopicRoles topicRoles, JdbcClient sql, Clock clock) {
		this.members = members;
		this.roles = roles;
		this.topicRoles = topicRoles;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * The invitation of this key; empty if it does not work. What its inviter may not do
	 * any more, it cannot do either.
	 */
	@Transactional(readOnly = true)
	Optional<Invitation> find(String key) {
		return this.sql.sql("""
				select i.invited_by, i.email, i.role, m.display_name, t.id as topic, t.slug, t.title, i.topic_role
				from invitation i join member m on m.id = i.invited_by
				left join topic old on old.id = i.topic_id
				left join topic t on t.id = coalesce(old.merged_into, old.id) and t.state not in ('DRAFT', 'MERGED')
				where i.hash = ? and i.places > 0 and i.withdrawn_at is null and i.expires_at > ?
				""")
			.params(new Secret(key).hash(), now())
			.query(ReceivedInvitations::invitation)
			.optional()
			.filter((invitation) -> mayInvite(invitation.by(), invitation.role()));
	}

	/** Takes one place; false if the invitation does not work any more. */
	boolean use(String key) {
		return this.sql.sql("""
				update invitation set places = places - 1
				where hash = ? and places > 0 and withdrawn_at is null and expires_at > ?
				""").params(new Secret(key).hash(), now()).update() == 1;
	}

	/** Gives a member the role in the topic to which they were invited. */
	void givePart(Invitation invitation, MemberId member) {
		if (invitation.topicId() != null && invitation.part() != null) {
			this.topicRoles.appoint(invitation.topicId(), member, invitation.part(), inviter(invitation));
		}
	}

	/**
	 * Gives a member the roles to which they were invited. Who has them already takes no
	 * place; a higher role stays.
	 * @return where it leads; empty if the key does not work, or somebody else took the
	 * last place just now
	 */
	Optional<LocalPath> accept(String key, Viewer viewer) {
		return find(key).filter((invitation) -> {
			var gain = gain(invitation, viewer);
			return !gain.isAny() || (use(key) && give(gain, invitation, viewer));
		}).map(Invitation::target);
	}

	/** What this member gets by it. */
	@Transactional(readOnly = true)
	Gain gain(Invitation invitation, Viewer viewer) {
		var role = this.members.get(viewer.id()).role().isAtLeast(invitation.role()) ? null : invitation.role();
		return new Gain(role, hasPart(invitation, viewer) ? null : invitation.part());
	}

	private boolean give(Gain gain, Invitation invitation, Viewer viewer) {
		if (gain.role() != null) {
			this.roles.give(inviter(invitation), viewer.id(), gain.role());
		}
		if (gain.part() != null) {
			givePart(invitation, viewer.id());
		}
		return true;
	}

	private boolean hasPart(Invitation invitation, Viewer viewer) {
		return invitation.topicId() == null || this.topicRoles.appointed(invitation.topicId())
			.stream()
			.anyMatch(
					(one) -> one.role() == invitation.part() && Objects.equals(one.person().handle(), viewer.handle()));
	}

	private boolean mayInvite(MemberId inviter, Role role) {
		return this.members.viewer(inviter)
			.filter((by) -> (role == Role.MEMBER) ? by.isFacilitator() : by.isAdministrator())
			.isPresent();
	}

	private Viewer inviter(Invitation invitation) {
		return this.members.viewer(invitation.by()).orElseThrow(() -> new Gone("invitation"));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Invitation invitation(ResultSet row, int number) throws SQLException {
		var email = row.getString("email");
		var slug = row.getString("slug");
		var topic = row.getObject("topic", Long.class);
		return new Invitation(new MemberId(row.getLong("invited_by")), row.getString("display_name"),
				(email != null) ? new Email(email) : null, Role.valueOf(row.getString("role")), row.getString("title"),
				(slug != null) ? LocalPath.of("/topics/" + slug) : LocalPath.HOME,
				(topic != null) ? new TopicId(topic) : null, topicRole(row));
	}

	static @Nullable TopicRole topicRole(ResultSet row) throws SQLException {
		var role = row.getString("topic_role");
		return (role != null) ? TopicRole.valueOf(role) : null;
	}

}
