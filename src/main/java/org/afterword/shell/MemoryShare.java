package org.afterword.shell;

import java.util.concurrent.Semaphore;

import org.springframework.http.HttpStatus;

/** Limits how much memory everything that is being read at one time may use. */
final class MemoryShare {

	private static final int UNIT = 1024;

	private final Semaphore units;

	MemoryShare(long bytes) {
		this.units = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / UNIT));
	}

	/** A limit that is a part of the heap. */
	static MemoryShare ofHeap(int part) {
		return new MemoryShare(Runtime.getRuntime().maxMemory() / part);
	}

	/**
	 * Room for one reader, which grows.
	 * @param free so much is not counted
	 */
	Room room(int free) {
		return new Room(free);
	}

	final class Room implements AutoCloseable {

		private final int free;

		private int taken;

		private Room(int free) {
			this.free = free;
		}

		/**
		 * Takes so many bytes more.
		 * @throws BodyRefused where others have taken too much
		 */
		void grow(int bytes) {
			if (bytes < this.free) {
				return;
			}
			var more = bytes / UNIT;
			if (!MemoryShare.this.units.tryAcquire(more)) {
				throw new BodyRefused(HttpStatus.SERVICE_UNAVAILABLE);
			}
			this.taken += more;
		}

		@Override
		public void close() {
			MemoryShare.this.units.release(this.taken);
		}

	}

}
