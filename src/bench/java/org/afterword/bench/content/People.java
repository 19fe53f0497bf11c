package org.afterword.bench.content;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.afterword.member.Handle;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The members, their devices and their notices. Member 1 is an administrator; those who
 * follow run all topics, then come some who run topics, each a share, and then all
 * others. Everybody has one password.
 */
public final class People {

	/** What everybody signs in with. */
	public static final String PASSWORD = "measured 4 times a day";

	/** The first of those who run all topics. */
	public static final int FIRST_FACILITATOR = 2;

	static final int FIRST_HOST = 7;

	static final int HOSTS = 15;

	static final int FIRST_OF_ALL = FIRST_HOST + HOSTS;

	private static final int NOTICES = 20;

	private static final List<String> FIRST = List.of("Amina", "Bruno", "Chidi", "Dana", "Emeka", "Farah", "Greta",
			"Hamid", "Ingrid", "Jamal", "Keiko", "Lucia", "Marek", "Nadia", "Oscar", "Petra", "Quentin", "Rosa",
			"Samir", "Tarek", "Uma", "Vera", "Wanda", "Ximena", "Yusuf", "Zainab");

	private static final List<String> LAST = List.of("Adeyemi", "Barros", "Castillo", "Dlamini", "Eriksen", "Ferreira",
			"Gurung", "Haddad", "Ibarra", "Jansen", "Khoury", "Lindqvist", "Mwangi", "Nguyen", "Okafor", "Pereira",
			"Quiroga", "Rahman", "Sato", "Tadesse", "Ueda", "Vargas", "Wolff", "Xu", "Yilmaz", "Zeng");

	private final Layout layout;

	private final byte[] password;

	private final Instant since;

	People(Layout layout) {
		this.layout = layout;
		this.password = Copy
			.escaped("{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD));
		this.since = layout.now().minus(Duration.ofDays(layout.size().days() + 30L));
	}

	/** What a member is called in addresses. */
	public static String handleOf(int member) {
		return first(member).toLowerCase(java.util.Locale.ROOT) + "-" + member;
	}

	String handle(int member) {
		return handleOf(member);
	}

	private static String first(int member) {
		return FIRST.get(Mix.below(FIRST.size(), member, 60));
	}

	private static String last(int member) {
		return LAST.get(Mix.below(LAST.size(), member, 61));
	}

	/** The letters that stand for the placeholders of a topic. */
	static String label(TopicPlan topic, int placeholder) {
		var first = (char) ('A' + (Mix.below(26, topic.id(), 62) + placeholder) % 26);
		return "" + first + (char) ('A' + Mix.below(26, topic.id(), placeholder, 63));
	}

	List<Table> tables() {
		return List.of(new Table("member",
				"id, handle, skeleton, display_name, initials, password_hash, role, listed, locale, organisation, country, about, invited_by, created_at",
				this::members),
				new Table("member_email", "id, member_id, email, is_primary, added_at, confirmed_at", this::emails),
				new Table("spring_session",
						"primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name",
						this::sessions),
				new Table("sign_in", "id, member_id, browser, system, began_at, last_used_at, ends_at", this::signIns),
				new Table("notice", "id, member_id, dedup_key, kind, actor_id, subject, subject_id, told_at, seen_at",
						this::notices));
	}

	private int count() {
		return this.layout.size().members();
	}

	private void members(Copy copy) throws IOException {
		for (var member = 1; member <= count(); member++) {
			var handle = handle(member);
			copy.number(member)
				.text(handle)
				.text(new Handle(handle).skeleton())
				.text(first(member) + " " + last(member))
				.text("" + first(member).charAt(0) + last(member).charAt(0))
				.bytes(this.password)
				.text((member == 1) ? "ADMINISTRATOR" : (member < FIRST_HOST) ? "FACILITATOR" : "MEMBER")
				.text((member % 10 == 0) ? "EVERYBODY" : "MEMBERS")
				.text("en")
				.text("Seed network of " + last(member))
				.text("Kenya")
				.text("Grows beans, keeps seed, and asks about water.");
			copy.numberOrNothing((member == 1) ? 0 : 1).time(this.since).end();
		}
	}

	private void emails(Copy copy) throws IOException {
		for (var member = 1; member <= count(); member++) {
			copy.number(member)
				.number(member)
				.text(handle(member) + "@example.org")
				.flag(true)
				.time(this.since)
				.time(this.since)
				.end();
		}
	}

	/** Of other devices: they are there when a session is looked for. */
	private void sessions(Copy copy) throws IOException {
		var now = this.layout.now().toEpochMilli();
		for (var member = 1; member <= count(); member += 3) {
			var id = new UUID(member, Mix.below(Integer.MAX_VALUE, member, 64));
			copy.text(id.toString())
				.text(HexFormat.of().toHexDigits(member) + id.toString().replace("-", ""))
				.number(now)
				.number(now)
				.number(43_200)
				.number(now + Duration.ofDays(30).toMillis())
				.nothing()
				.end();
		}
	}

	private void signIns(Copy copy) throws IOException {
		var now = this.layout.now();
		for (var member = 1; member <= count(); member++) {
			copy.number(member)
				.number(member)
				.text("Firefox")
				.text("Android")
				.time(this.since)
				.time(now)
				.time(now.plus(Duration.ofDays(30)))
				.end();
		}
	}

	private void notices(Copy copy) throws IOException {
		var posts = Math.toIntExact(this.layout.end() - 1);
		var id = 0L;
		for (var member = FIRST_FACILITATOR; member <= count(); member++) {
			for (var notice = 0; notice < NOTICES; notice++) {
				var post = 1 + Mix.below(posts / NOTICES, member, notice, 65) + (long) posts / NOTICES * notice;
				var told = this.layout.now().minus(Duration.ofHours(7L * (NOTICES - notice)));
				copy.number(++id).number(member).text("post " + post);
				copy.text((notice % 2 == 0) ? "MENTIONED" : "REPLIED")
					.number(FIRST_OF_ALL + Mix.below(count() - FIRST_OF_ALL, member, notice, 66))
					.text("POST")
					.number(post)
					.time(told);
				((notice < NOTICES - 3) ? copy.time(told.plusSeconds(60)) : copy.nothing()).end();
			}
		}
	}

}
