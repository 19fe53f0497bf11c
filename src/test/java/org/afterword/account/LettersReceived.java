package org.afterword.account;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody finds in their mailbox, as far as the outbox knows. */
public record LettersReceived(JdbcClient sql) {

	/** The subjects of all letters to an address, the oldest first. */
	public List<String> subjects(String to) {
		return this.sql.sql("select subject from mail_outbox where recipient = ? order by id")
			.param(to)
			.query(String.class)
			.list();
	}

	public int count() {
		return this.sql.sql("select count(*) from mail_outbox").query(Integer.class).single();
	}

	/** Where the newest letter to an address leads, from the first slash on. */
	public String link(String to) {
		var words = this.sql.sql("select plain from mail_outbox where recipient = ? order by id desc limit 1")
			.param(to)
			.query(String.class)
			.single();
		return words.replaceAll("(?s).*https://forum\\.example\\.org(/[^\\s]+)\n.*https.*", "$1");
	}

	/** The key in it. */
	public String key(String to) {
		return link(to).replaceAll(".*key=", "");
	}

}
