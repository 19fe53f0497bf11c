package org.afterword.account;

import java.time.Instant;

/**
 * One line of the list of a member’s sessions.
 *
 * @param remembered whether the device stays signed in
 * @param here whether it is the session that looks at the list
 */
record SignInView(SignInId id, Device device, Instant beganAt, Instant lastUsedAt, boolean remembered, boolean here) {

}
