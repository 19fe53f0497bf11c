/** What waits for those who run topics. */
@NamedInterface("desk")
@NullMarked
package org.afterword.reading.desk;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
