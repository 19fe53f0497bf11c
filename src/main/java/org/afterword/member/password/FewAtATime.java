package org.afterword.member.password;

import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes no more passwords at once than there are processors, because each takes memory
 * by the megabyte. Others wait their turn.
 */
class FewAtATime implements PasswordEncoder {

	private final PasswordEncoder passwords;

	private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

	FewAtATime(PasswordEncoder passwords) {
		this.passwords = passwords;
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		this.turns.acquireUninterruptibly();
		try {
			return this.passwords.encode(password);
		}
		finally {
			this.turns.release();
		}
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		this.turns.acquireUninterruptibly();
		try {
			return this.passwords.matches(password, hash);
		}
		finally {
			this.turns.release();
		}
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.passwords.upgradeEncoding(hash);
	}

}
