package org.afterword.mention;

import java.util.List;

import org.afterword.member.PersonalData;

import org.springframework.stereotype.Component;

@Component
class MentionPersonalData implements PersonalData {

	/** Where a member is named stands in the posts that name them. */
	@Override
	public List<Kept> kept() {
		return List.of(new Kept("named", List.of("mention.member_id"), """
				select name, count(*) as times from mention where member_id = :member group by name order by name"""));
	}

}
