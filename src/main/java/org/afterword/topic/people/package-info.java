/** Who facilitates, speaks in or leaves a topic. */
@NamedInterface("people")
@NullMarked
package org.afterword.topic.people;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
