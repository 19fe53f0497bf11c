package org.afterword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and those below it have taken of the machine, as Linux counts it. */
record Processes(long pid) {

	private static final int TICKS = 100;

	/** The processor time until now, in milliseconds; of those that have ended, too. */
	long cpu() {
		var own = times(this.pid);
		var ticks = own[0] + own[1] + own[2] + own[3];
		ticks += below().mapToLong((one) -> times(one)[0] + times(one)[1]).sum();
		return ticks * 1_000 / TICKS;
	}

	/** The memory in megabytes; what several share counts once (PSS). */
	long memory() {
		return (pss(this.pid) + below().mapToLong(Processes::pss).sum()) / 1024;
	}

	private Stream<Long> below() {
		return ProcessHandle.of(this.pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
	}

	private static long[] times(long pid) {
		var line = read(Path.of("/proc/" + pid + "/stat"));
		if (line.isEmpty()) {
			return new long[4];
		}
		var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
		return new long[] { Long.parseLong(fields[11]), Long.parseLong(fields[12]), Long.parseLong(fields[13]),
				Long.parseLong(fields[14]) };
	}

	private static long pss(long pid) {
		return read(Path.of("/proc/" + pid + "/smaps_rollup")).lines()
			.filter((line) -> line.startsWith("Pss:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.sum();
	}

	/** Empty for a process that has just ended. */
	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException _) {
			return "";
		}
	}

}
