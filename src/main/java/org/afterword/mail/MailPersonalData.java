package org.afterword.mail;

import java.util.List;

import org.afterword.member.Email;
import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailPersonalData implements PersonalData {

	private final JdbcClient sql;

	MailPersonalData(JdbcClient sql) {
		this.sql = sql;
	}

	/** Only for confirmed addresses: another one may be somebody else’s. */
	@Override
	public List<Kept> kept() {
		return List.of(new Kept("emails", List.of(),
				"""
						select subject, recipient as email, written_at as at, sent_at as sent,
						       case when not carries_key then plain end as words
						from mail_outbox
						where recipient in (select email from member_email where member_id = :member and confirmed_at is not null)
						order by id"""));
	}

	@EventListener
	void on(MemberErased event) {
		var emails = event.emails().stream().map(Email::value).toList();
		if (!emails.isEmpty()) {
			this.sql.sql("delete from mail_outbox where recipient in (:emails)").param("emails", emails).update();
		}
	}

}
