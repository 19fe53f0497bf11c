package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.afterword.kernel.address.WebAddress;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * A resource is called by the posts that cite it, no longer by whoever linked it first
 * anywhere. Citations find their resource by the new way of comparing addresses, and kept
 * words lose passwords and the wrappers of mail gateways.
 */
public class V081__Addresses_as_written extends BaseJavaMigration {

	private static final List<String> WORDS = List.of("post body_markdown id", "held_revision body_markdown ctid",
			"post_revision body_markdown ctid", "draft body ctid", "question text id", "proposed_question text ctid");

	@Override
	public void migrate(Context context) throws SQLException {
		var database = context.getConnection();
		run(database, "alter table resource drop column title, drop column host");
		for (var place : WORDS) {
			var names = place.split(" ");
			clean(database, names[0], names[1], names[2]);
		}
		cite(database);
		run(database,
				"""
						create temporary table listed on commit drop as select topic_id, resource_id, added_at from topic_resource""");
		run(database, "delete from topic_resource");
		run(database, """
				insert into topic_resource (topic_id, resource_id, added_at)
				select p.topic_id, c.resource_id, coalesce(min(l.added_at), min(p.written_at))
				from citation c join post p on p.id = c.post_id
				left join listed l on l.topic_id = p.topic_id and l.resource_id = c.resource_id
				where p.state = 'PUBLISHED' and p.topic_id is not null group by p.topic_id, c.resource_id""");
	}

	private static void clean(Connection database, String table, String column, String key) throws SQLException {
		try (var select = database.createStatement();
				var found = select.executeQuery(
						"select %s::text, %s from %s where %2$s like '%%://%%'".formatted(key, column, table));
				var update = database.prepareStatement("update %s set %s = ? where %s = cast(? as %s)".formatted(table,
						column, key, key.equals("id") ? "bigint" : "tid"))) {
			while (found.next()) {
				var cleaned = WebAddress.cleaned(found.getString(2));
				if (!cleaned.equals(found.getString(2))) {
					update.setString(1, cleaned);
					update.setString(2, found.getString(1));
					update.executeUpdate();
				}
			}
		}
	}

	private static void cite(Connection database) throws SQLException {
		record Cited(long post, long resource, String anchor, String address) {
		}
		var citations = new ArrayList<Cited>();
		try (var select = database.createStatement();
				var found = select.executeQuery("select post_id, resource_id, anchor, address from citation")) {
			while (found.next()) {
				citations.add(new Cited(found.getLong(1), found.getLong(2), found.getString(3), found.getString(4)));
			}
		}
		try (var resource = database.prepareStatement("""
				insert into resource (canonical_url, added_at) values (?, now())
				on conflict (canonical_url) do update set canonical_url = excluded.canonical_url returning id""");
				var citation = database.prepareStatement(
						"""
								update citation set resource_id = ?, anchor = ?, address = ?
								where post_id = ? and resource_id = ? and not exists (
								    select from citation o where o.post_id = citation.post_id and o.resource_id = ? and o.resource_id <> citation.resource_id)""");
				var brought = database.prepareStatement(
						"update missing_source set resource_id = ? where resource_id = ? and post_id = ?")) {
			for (var cited : citations) {
				var address = WebAddress.of(cited.address());
				if (address.isPresent()) {
					resource.setString(1, address.get().key());
					try (var made = resource.executeQuery()) {
						made.next();
						var id = made.getLong(1);
						citation.setLong(1, id);
						citation.setString(2, WebAddress.typed(cited.anchor()).isPresent() ? "" : cited.anchor());
						citation.setString(3, address.get().value());
						citation.setLong(4, cited.post());
						citation.setLong(5, cited.resource());
						citation.setLong(6, id);
						citation.executeUpdate();
						brought.setLong(1, id);
						brought.setLong(2, cited.resource());
						brought.setLong(3, cited.post());
						brought.executeUpdate();
					}
				}
			}
		}
	}

	private static void run(Connection database, String statement) throws SQLException {
		try (var one = database.createStatement()) {
			one.execute(statement);
		}
	}

}
