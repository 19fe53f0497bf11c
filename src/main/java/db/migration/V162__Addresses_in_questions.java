package db.migration;

import java.sql.SQLException;

import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.markup.LinkedWords;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The addresses in questions that stand already become resources of their topics. In
 * Java, because {@link LinkedWords} decides what an address is.
 */
public class V162__Addresses_in_questions extends BaseJavaMigration {

	@Override
	public void migrate(Context context) throws SQLException {
		var database = context.getConnection();
		try (var select = database.createStatement();
				var found = select.executeQuery("select id, text from question where text like '%.%'");
				var resource = database.prepareStatement(
						"""
								insert into resource (canonical_url, added_at) values (?, now())
								on conflict (canonical_url) do update set canonical_url = excluded.canonical_url returning id""");
				var citation = database.prepareStatement(
						"insert into question_citation (question_id, resource_id, position, address) values (?, ?, ?, ?) on conflict do nothing")) {
			while (found.next()) {
				var position = 0;
				for (var address : LinkedWords.addresses(found.getString("text"))) {
					resource.setString(1, WebAddress.of(address).orElseThrow().key());
					try (var made = resource.executeQuery()) {
						made.next();
						citation.setLong(1, found.getLong("id"));
						citation.setLong(2, made.getLong(1));
						citation.setInt(3, ++position);
						citation.setString(4, address);
						citation.executeUpdate();
					}
				}
			}
		}
		try (var list = database.createStatement()) {
			list.execute("""
					insert into topic_resource (topic_id, resource_id, added_at)
					select s.topic_id, s.resource_id, min(q.asked_at)
					from question_source s join question q on q.id = s.question_id
					group by s.topic_id, s.resource_id on conflict do nothing""");
		}
	}

}
