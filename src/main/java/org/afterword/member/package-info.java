/** Who people are: members, handles, roles, profiles. */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package org.afterword.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
