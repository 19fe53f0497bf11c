package org.afterword.replica;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Says whether the replica is read from. One that is left out makes the forum slower, not
 * ill: nobody should restart it for that.
 */
class ReplicaHealth extends AbstractHealthIndicator {

	private static final String LEFT_OUT = "LEFT_OUT";

	private final Replica replica;

	ReplicaHealth(Replica replica) {
		this.replica = replica;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		var problem = this.replica.problem();
		if (this.replica.isUsable()) {
			health.up();
		}
		else {
			health.status(LEFT_OUT);
		}
		health.withDetail("maxLag", this.replica.maxLag());
		if (problem != null) {
			health.withDetail("problem", problem);
		}
		else {
			health.withDetail("lag", this.replica.lag());
		}
	}

}
