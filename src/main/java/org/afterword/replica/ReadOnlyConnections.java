package org.afterword.replica;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Where read-only transactions get their connection: from the replica where the request
 * may read from it and it answers, from the primary otherwise.
 */
class ReadOnlyConnections extends AbstractDataSource {

	private final DataSource primary;

	private final Replica replica;

	ReadOnlyConnections(DataSource primary, Replica replica) {
		this.primary = primary;
		this.replica = replica;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (ReplicaReads.areAllowed() && this.replica.isUsable()) {
			try {
				var connection = this.replica.connect();
				ReplicaReads.used();
				return connection;
			}
			catch (SQLException ex) {
				this.replica.failed(ex);
			}
		}
		var connection = this.primary.getConnection();
		try {
			connection.setReadOnly(true);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		throw new UnsupportedOperationException("There is one user");
	}

}
