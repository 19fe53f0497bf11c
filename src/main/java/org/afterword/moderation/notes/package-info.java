/** Notes of staff about members. */
@NamedInterface("notes")
@NullMarked
package org.afterword.moderation.notes;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
