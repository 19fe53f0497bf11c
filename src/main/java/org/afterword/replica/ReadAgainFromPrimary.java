package org.afterword.replica;

import java.sql.SQLException;

import org.afterword.kernel.NotFound;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads once more, from the primary, what the replica could not give: because it broke,
 * because its replay had to take away what was being read, or because it does not have it
 * yet. A read-only transaction can be repeated without harm.
 */
class ReadAgainFromPrimary implements MethodInterceptor {

	private final ObjectProvider<Replica> replica;

	ReadAgainFromPrimary(ObjectProvider<Replica> replica) {
		this.replica = replica;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		var isPart = TransactionSynchronizationManager.isActualTransactionActive();
		if (isPart || !ReplicaReads.areAllowed() || !(invocation instanceof ProxyMethodInvocation repeatable)) {
			return invocation.proceed();
		}
		var again = repeatable.invocableClone();
		try {
			return invocation.proceed();
		}
		catch (RuntimeException ex) {
			var request = ReplicaReads.current();
			if (request == null || !ReplicaReads.wereUsed() || !isOfReplica(ex)) {
				throw ex;
			}
			ReadFromPrimary.in(request);
			return again.proceed();
		}
	}

	private boolean isOfReplica(RuntimeException problem) {
		if (problem instanceof NotFound) {
			return true;
		}
		var sql = sql(problem);
		if (sql == null) {
			return false;
		}
		var state = String.valueOf(sql.getSQLState());
		// No connection, or the server ends.
		if (state.startsWith("08") || state.startsWith("57P")) {
			this.replica.getObject().failed(sql);
			return true;
		}
		// A conflict with its replay.
		return state.startsWith("40");
	}

	private static @Nullable SQLException sql(@Nullable Throwable problem) {
		return switch (problem) {
			case null -> null;
			case SQLException sql when sql.getSQLState() != null -> sql;
			default -> sql(problem.getCause());
		};
	}

}
