package org.afterword.topic;

import java.util.ArrayList;

import org.afterword.kernel.questions.Anonymity;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.stereotype.Component;

/**
 * Those who asked as "Anonymous" were one person of their topic, whom anybody could
 * claim. Now their questions have no asker. Whoever is known to be one of them stays it.
 * In Java, because {@link Anonymity} decides who is meant.
 */
@Component
class V101__NamelessAskers extends BaseJavaMigration {

	@Override
	public void migrate(Context context) throws Exception {
		var connection = context.getConnection();
		var nameless = new ArrayList<Long>();
		try (var read = connection.createStatement();
				var rows = read.executeQuery("select id, label from placeholder where member_id is null")) {
			while (rows.next()) {
				if (Anonymity.is(rows.getString("label"))) {
					nameless.add(rows.getLong("id"));
				}
			}
		}
		var ids = connection.createArrayOf("bigint", nameless.toArray());
		for (var change : new String[] {
				"update question set asker_placeholder_id = null where asker_placeholder_id = any(?)",
				"delete from mention where placeholder_id = any(?)", """
						delete from placeholder p where p.id = any(?) and p.joined_to is null
						and not exists (select from post where author_placeholder_id = p.id)
						and not exists (select from claim where placeholder_id = p.id)
						and not exists (select from request where placeholder_id = p.id)
						and not exists (select from moved_placeholder where placeholder_id = p.id)
						and not exists (select from placeholder o where o.joined_to = p.id)""" }) {
			try (var write = connection.prepareStatement(change)) {
				write.setArray(1, ids);
				write.executeUpdate();
			}
		}
	}

}
