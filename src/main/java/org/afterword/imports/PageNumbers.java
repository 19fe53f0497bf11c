package org.afterword.imports;

import java.util.regex.Pattern;

/**
 * The lines of a document that say nothing but which page this is: "Page 2 of 5", "- 2
 * -". A number that stands alone may be that of the question below it, and is none of
 * them.
 */
final class PageNumbers {

	private static final int LONGEST = 40;

	private static final String NUMBER = "\\p{Nd}{1,4}+";

	/** With a capital: "see" and, on the next line, "page 2" belong together. */
	private static final String WORD = "(?:Page|PAGE|Pg\\.?|Seite|SEITE|Página|PÁGINA|Pagina|PAGINA|Pág\\.?|Pag\\.?|Strona|Stránka|Strana"
			+ "|Sida|Side|Sivu|Sayfa|Oldal|Halaman|Ukurasa|Trang|Страница|Стр\\.?|Сторінка|Σελίδα|صفحة|الصفحة|صفحه|עמוד|पृष्ठ|หน้า)";

	private static final String OF = "(?:/|of|von|de|di|van|sur|z|ze|av|af|ur|fra|dari|kati ya|trên|из|із|з|από|من|از|מתוך)";

	private static final Pattern PAGE = Pattern.compile(WORD + "[ |:]{1,3}+" + NUMBER + "(?: ?" + OF + " ?" + NUMBER
			+ ")?|" + NUMBER + " ?/ ?" + NUMBER + "|[-–—] ?" + NUMBER + " ?[-–—]|第 ?" + NUMBER
			+ " ?[页頁](?:[ ,，/]{0,2}共? ?" + NUMBER + " ?[页頁])?|" + NUMBER + " ?(?:페이지|쪽|ページ|頁|页)");

	private PageNumbers() {
	}

	static boolean is(String line) {
		return line.length() <= LONGEST && PAGE.matcher(line).matches();
	}

}
