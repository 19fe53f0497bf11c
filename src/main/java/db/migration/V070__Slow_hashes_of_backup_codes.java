package db.migration;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Codes on paper stood under a plain SHA-256. That hash is hashed once more, slowly and
 * with salt, so that the paper in people’s drawers goes on opening the door.
 */
public class V070__Slow_hashes_of_backup_codes extends BaseJavaMigration {

	@Override
	public void migrate(Context context) throws SQLException {
		var slow = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
		var codes = new ArrayList<String>();
		try (var select = context.getConnection().createStatement();
				var found = select.executeQuery("select distinct code_hash from backup_code")) {
			while (found.next()) {
				codes.add(found.getString(1));
			}
		}
		var hashed = codes.parallelStream()
			.collect(Collectors.toMap((code) -> code, (code) -> "{argon2id}" + slow.encode(code)));
		try (var update = context.getConnection()
			.prepareStatement("update backup_code set code_hash = ? where code_hash = ?")) {
			for (Map.Entry<String, String> one : hashed.entrySet()) {
				update.setString(1, one.getValue());
				update.setString(2, one.getKey());
				update.addBatch();
			}
			update.executeBatch();
		}
	}

}
