package org.afterword.change;

/**
 * Something that may stand on every page has changed. Published on the thread that looks
 * for changes, before pages of this node count as changed: whoever keeps such a thing in
 * memory reads it again now.
 */
public record SiteChanged() {

}
