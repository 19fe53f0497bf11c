package org.afterword.site;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The logo of the community. Whatever was uploaded is decoded and encoded anew: nothing
 * else that was in the file is stored or sent to anybody.
 */
@Service
@Transactional
class Logo {

	/** How large an uploaded file may be. */
	static final int LARGEST = 1_000_000;

	/** How many pixels an uploaded picture may have on a side. */
	static final int WIDEST = 4_000;

	/** Larger pictures are scaled down to this, twice what a page shows. */
	private static final int WIDTH = 640;

	private static final int HEIGHT = 96;

	/** Formats that Java reads itself, and browsers show. */
	private static final List<String> FORMATS = List.of("png", "jpeg", "gif");

	private final Settings settings;

	private final JdbcClient sql;

	Logo(Settings settings, JdbcClient sql) {
		this.settings = settings;
		this.sql = sql;
	}

	/** As PNG; empty where there is none of this version. */
	@Transactional(readOnly = true)
	Optional<byte[]> find(String version) {
		return this.sql.sql("""
				select png from site_logo
				where exists (select from setting where name = 'site.logo' and split_part(value, '-', 1) = ?)
				""").param(version).query((row, number) -> row.getBytes("png")).optional();
	}

	/**
	 * Makes a picture the logo.
	 * @throws NotAllowed unless an administrator does
	 * @throws Refused if it is too large, or no picture in PNG, JPEG or GIF
	 */
	void keep(byte[] file, Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("choose the logo");
		}
		if (file.length == 0) {
			throw new Refused("logo.none");
		}
		if (file.length > LARGEST) {
			throw new Refused("logo.large", LARGEST / 1_000);
		}
		var picture = small(read(file));
		var png = png(picture);
		this.sql.sql("insert into site_logo (png) values (?) on conflict (sole) do update set png = excluded.png")
			.param(png)
			.update();
		var view = new LogoView(version(png), picture.getWidth(), picture.getHeight());
		this.settings.set(Site.LOGO, view.toString(), by);
	}

	/**
	 * Removes the logo.
	 * @throws NotAllowed unless an administrator does
	 */
	void remove(Viewer by) {
		this.settings.set(Site.LOGO, null, by);
		this.sql.sql("delete from site_logo").update();
	}

	private static BufferedImage read(byte[] file) {
		try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			var readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new Refused("logo.format");
			}
			var reader = readers.next();
			try {
				reader.setInput(input, true, true);
				check(reader);
				return reader.read(0);
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException ex) {
			if (ex instanceof Refused refused) {
				throw refused;
			}
			throw new Refused("logo.format");
		}
	}

	/** Before it is decoded: a small file may hold a picture that fills the memory. */
	private static void check(ImageReader reader) throws IOException {
		if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
			throw new Refused("logo.format");
		}
		if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
			throw new Refused("logo.wide", reader.getWidth(0), reader.getHeight(0), WIDEST);
		}
	}

	private static BufferedImage small(BufferedImage picture) {
		var share = Math.min(1.0, Math.min((double) WIDTH / picture.getWidth(), (double) HEIGHT / picture.getHeight()));
		var width = Math.max(1, (int) Math.round(picture.getWidth() * share));
		var height = Math.max(1, (int) Math.round(picture.getHeight() * share));
		var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		var pen = small.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
		// By halves, so that thin lines of a large picture do not fall out.
		var now = picture;
		while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
			var half = new BufferedImage(now.getWidth() / 2, now.getHeight() / 2, BufferedImage.TYPE_INT_ARGB);
			var other = half.createGraphics();
			other.setRenderingHints(pen.getRenderingHints());
			other.drawImage(now, 0, 0, half.getWidth(), half.getHeight(), null);
			other.dispose();
			now = half;
		}
		pen.drawImage(now, 0, 0, width, height, null);
		pen.dispose();
		return small;
	}

	private static byte[] png(BufferedImage picture) {
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static String version(byte[] png) {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(png);
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
