package org.afterword.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses of members. Several people may claim an address; it belongs to whoever
 * confirms it. E-mails go to the primary one, once it is confirmed.
 */
@Service
@Transactional
public class Emails {

	/** How many addresses a member has at most. */
	public static final int MOST = 5;

	private static final String VIEW = """
			select id, email, is_primary, confirmed_at is not null confirmed from member_email
			""";

	private static final String RECIPIENT = """
			select m.id, m.handle, m.display_name, m.locale, e.email
			from member_email e join member m on m.id = e.member_id and m.status = 'ACTIVE'
			""";

	private final JdbcClient sql;

	private final UsualLanguage languages;

	private final Clock clock;

	Emails(JdbcClient sql, UsualLanguage languages, Clock clock) {
		this.sql = sql;
		this.languages = languages;
		this.clock = clock;
	}

	/** All that a member has, the primary one first. */
	@Transactional(readOnly = true)
	public List<EmailView> of(MemberId member) {
		return this.sql.sql(VIEW + "where member_id = ? order by is_primary desc, id")
			.param(member.value())
			.query(Emails::view)
			.list();
	}

	/**
	 * One of a member’s own.
	 * @throws NotFound if it is not among them
	 */
	@Transactional(readOnly = true)
	public EmailView get(MemberId member, long id) {
		return this.sql.sql(VIEW + "where member_id = ? and id = ?")
			.params(member.value(), id)
			.query(Emails::view)
			.optional()
			.orElseThrow(() -> new NotFound("address " + id));
	}

	/**
	 * Where a member gets e-mails; empty while the primary address is not confirmed, or
	 * unless they are an active member.
	 */
	@Transactional(readOnly = true)
	public Optional<Recipient> reach(MemberId member) {
		return this.sql.sql(RECIPIENT + "where e.member_id = ? and e.is_primary and e.confirmed_at is not null")
			.param(member.value())
			.query(this::recipient)
			.optional();
	}

	/**
	 * The member at one of their addresses, confirmed or not; empty unless they are an
	 * active member.
	 */
	@Transactional(readOnly = true)
	public Optional<Recipient> at(MemberId member, Email email) {
		return this.sql.sql(RECIPIENT + "where e.member_id = ? and e.email = ?")
			.params(member.value(), email.value())
			.query(this::recipient)
			.optional();
	}

	/** Whoever has confirmed this address, at this address. */
	@Transactional(readOnly = true)
	public Optional<Recipient> owner(Email email) {
		return this.sql.sql(RECIPIENT + "where e.email = ? and e.confirmed_at is not null")
			.param(email.value())
			.query(this::recipient)
			.optional();
	}

	/**
	 * Whoever has joined with this address and never confirmed it, as long as nobody else
	 * has either; the first, if there are several.
	 */
	@Transactional(readOnly = true)
	public Optional<Recipient> claimant(Email email) {
		return this.sql.sql(RECIPIENT + """
				where e.email = ? and e.is_primary and e.confirmed_at is null
				and not exists (select from member_email o where o.email = e.email and o.confirmed_at is not null)
				order by e.id limit 1""").param(email.value()).query(this::recipient).optional();
	}

	/**
	 * Adds an address, which is to be confirmed.
	 * @throws Refused if they have it already, or as many as one may have, on the field
	 * {@code email}
	 */
	public void add(MemberId member, Email email) {
		lock(member);
		var mine = of(member);
		if (mine.stream().anyMatch((one) -> one.email().equals(email))) {
			throw new Refused("addresses.mine").on("email");
		}
		if (mine.size() >= MOST) {
			throw new Refused("addresses.too-many", MOST).on("email");
		}
		insert(member, email, false, null);
	}

	/**
	 * Confirms that an address is a member’s; the claims of others on it end. It becomes
	 * the primary one if that was never confirmed.
	 * @return false if somebody else has confirmed it, or it was removed meanwhile
	 */
	public boolean confirm(MemberId member, Email email) {
		lock(member);
		// Of two who confirm at once, the second waits here and then finds the owner.
		this.sql.sql("select pg_advisory_xact_lock(hashtext(?))").param("email " + email).query((row) -> {
		});
		var owner = owner(email);
		if (owner.isPresent()) {
			return owner.get().member().equals(member);
		}
		var confirmed = this.sql.sql("update member_email set confirmed_at = ? where member_id = ? and email = ?")
			.params(now(), member.value(), email.value())
			.update() == 1;
		if (confirmed) {
			this.sql.sql("delete from member_email where email = ? and member_id <> ? and not is_primary")
				.params(email.value(), member.value())
				.update();
			if (reach(member).isEmpty()) {
				choose(member, email);
			}
		}
		return confirmed;
	}

	/**
	 * Makes a confirmed address the one that e-mails go to.
	 * @return false if it was that already
	 * @throws NotFound if it is not among theirs
	 * @throws Refused if it is not confirmed
	 */
	public boolean makePrimary(MemberId member, long id) {
		lock(member);
		var email = get(member, id);
		if (!email.confirmed()) {
			throw new Refused("addresses.not-confirmed");
		}
		if (email.primary()) {
			return false;
		}
		choose(member, email.email());
		return true;
	}

	/**
	 * Removes an address.
	 * @throws NotFound if it is not among theirs
	 * @throws Refused if it is the primary one
	 */
	public void remove(MemberId member, long id) {
		lock(member);
		if (get(member, id).primary()) {
			throw new Refused("addresses.primary-stays");
		}
		this.sql.sql("delete from member_email where id = ?").param(id).update();
	}

	/**
	 * Makes this the one address of a member, as it was before somebody changed it. All
	 * others are removed: which of them are the member’s own, nobody knows then.
	 * @return false if somebody else has confirmed it meanwhile
	 */
	public boolean restore(MemberId member, Email email) {
		lock(member);
		var owner = owner(email);
		if (owner.isPresent() && !owner.get().member().equals(member)) {
			return false;
		}
		this.sql.sql("delete from member_email where member_id = ?").param(member.value()).update();
		insert(member, email, true, now());
		return true;
	}

	void insert(MemberId member, Email email, boolean primary, @Nullable Timestamp confirmed) {
		this.sql.sql("""
				insert into member_email (member_id, email, is_primary, added_at, confirmed_at)
				values (:member, :email, :primary, :now, cast(:confirmed as timestamptz))
				""")
			.param("member", member.value())
			.param("email", email.value())
			.param("primary", primary)
			.param("now", now())
			.param("confirmed", confirmed)
			.update();
	}

	private void choose(MemberId member, Email email) {
		this.sql.sql("update member_email set is_primary = false where member_id = ? and is_primary")
			.param(member.value())
			.update();
		this.sql.sql("update member_email set is_primary = true where member_id = ? and email = ?")
			.params(member.value(), email.value())
			.update();
	}

	/** Makes changes of a member’s addresses take turns. */
	private void lock(MemberId member) {
		var there = this.sql.sql("select id from member where id = ? for update")
			.param(member.value())
			.query(Long.class)
			.optional()
			.isPresent();
		if (!there) {
			throw new NotFound("member " + member);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static EmailView view(ResultSet row, int number) throws SQLException {
		return new EmailView(row.getLong("id"), new Email(row.getString("email")), row.getBoolean("is_primary"),
				row.getBoolean("confirmed"));
	}

	private Recipient recipient(ResultSet row, int number) throws SQLException {
		var language = row.getString("locale");
		return new Recipient(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
				row.getString("display_name"), new Email(row.getString("email")),
				(language != null) ? Locale.forLanguageTag(language) : this.languages.usualLanguage());
	}

}
