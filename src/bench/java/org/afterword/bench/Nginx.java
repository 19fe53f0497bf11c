package org.afterword.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** nginx with one file of 60 KB: what this machine can do at most. */
final class Nginx implements AutoCloseable {

	private static final int BYTES = 60_000;

	private final int port = Command.freePort();

	private final Path folder;

	Nginx(Path home) throws IOException {
		this.folder = Files.createDirectories(home.resolve("nginx"));
		var letters = new Random(1).ints(BYTES, 'a', 'z')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
		Command.write(this.folder.resolve("file.html"), letters.toString());
		Command.write(this.folder.resolve("nginx.conf"), """
				%1$s
				worker_processes auto;
				pid %2$s/pid;
				error_log %2$s/error.log;
				events { worker_connections 1024; }
				http {
				  access_log off;
				  sendfile on;
				  tcp_nopush on;
				  keepalive_requests 1000000;
				  types { text/html html; }
				  client_body_temp_path %2$s/body; proxy_temp_path %2$s/proxy; fastcgi_temp_path %2$s/fastcgi;
				  uwsgi_temp_path %2$s/uwsgi; scgi_temp_path %2$s/scgi;
				  server { listen 127.0.0.1:%3$d; root %2$s; }
				}
				""".formatted(System.getProperty("user.name").equals("root") ? "user root;" : "", this.folder,
				this.port));
		nginx();
	}

	private void nginx(String... more) {
		var command = new java.util.ArrayList<>(List.of("nginx", "-p", this.folder.toString(), "-c",
				this.folder.resolve("nginx.conf").toString(), "-e", this.folder.resolve("error.log").toString()));
		command.addAll(List.of(more));
		Command.output(command);
	}

	URI file() {
		return URI.create("http://127.0.0.1:" + this.port + "/file.html");
	}

	@Override
	public void close() {
		nginx("-s", "stop");
	}

}
