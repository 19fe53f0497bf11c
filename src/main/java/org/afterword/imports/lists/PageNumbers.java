package org.afterword.imports.lists;

import java.util.regex.Pattern;

/**
 * Recognises lines with the page number of a document: "Page 2 of 5", "- 2 -". A number
 * alone is not one: it may belong to the question below.
 */
final class PageNumbers {

	/** In characters. */
	private static final int LONGEST = 40;

	private static final String NUMBER = "\\p{Nd}{1,4}+";

	/** With a capital letter: "see" and "page 2" on the next line belong together. */
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
