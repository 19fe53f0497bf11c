package org.afterword.member;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Read first, because it says whose data this is. */
@Component
@Order(0)
class MemberPersonalData implements PersonalData {

	@Override
	public List<Kept> kept() {
		return List.of(
				new Kept("profile", List.of("member.invited_by"),
						"""
								select m.handle, coalesce(m.full_name, m.display_name) as name, m.display_name as shown, m.initials,
								       m.organisation, m.country, m.about, m.role, m.listed, m.locale as language, m.created_at as since,
								       i.handle as invited_by
								from member m left join member i on i.id = m.invited_by where m.id = :member"""),
				new Kept("old-handles", List.of("old_handle.member_id"),
						"select handle from old_handle where member_id = :member order by handle"),
				new Kept("addresses", List.of("member_email.member_id"), """
						select email, is_primary as main, added_at as since, confirmed_at as confirmed from member_email
						where member_id = :member order by id"""),
				new Kept("suspensions", List.of("suspension.member_id"), """
						select suspended_at as since, until, reason, lifted_at as ended from suspension
						where member_id = :member order by id"""));
	}

}
