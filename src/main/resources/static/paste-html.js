// Keeps the links of what is pasted from a web page or a document. Without it there is a field for that in the form.
const kept = /<(a\s[^>]*href|img|li|h[1-6]|t[dr]|blockquote|strong|em|[bi]|pre|code)[\s>]|mso-list/i

for (const form of document.querySelectorAll('form[data-paste]')) {
  const status = document.createElement('p')
  status.role = 'status'
  status.className = 'hint'
  form.addEventListener('paste', (event) => {
    const area = event.target
    const html = event.clipboardData.getData('text/html')
    if (area.localName !== 'textarea' || area.name === 'html' || !kept.test(html)) {
      return
    }
    // The plain text is pasted as usual, and replaced once the server has converted the HTML.
    const from = area.selectionStart
    const rest = area.value.length - area.selectionEnd
    setTimeout(() => replace(area, from, area.value.slice(from, area.value.length - rest), html))
  })

  async function replace(area, from, pasted, html) {
    const plain = (form.dataset.pastePlain ?? '').split(' ').includes(area.name)
    const sent = new URLSearchParams({ html, as: plain ? 'text' : 'markdown', _csrf: form.elements._csrf.value })
    const words = await fetch(form.dataset.paste, { method: 'POST', body: sent, redirect: 'error' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '')
    const stands = area.value.slice(from, from + pasted.length) === pasted
    if (words && words !== pasted && stands) {
      const caret = area.selectionStart
      const after = from + pasted.length
      area.focus()
      area.setSelectionRange(from, after)
      // So that it can be undone.
      if (!document.execCommand('insertText', false, words)) {
        area.setRangeText(words, from, after, 'end')
        area.dispatchEvent(new Event('input', { bubbles: true }))
      }
      if (caret !== after) {
        const now = caret < after ? caret : caret + words.length - pasted.length
        area.setSelectionRange(now, now)
      }
    }
    area.after(status)
    status.textContent = words ? form.dataset.pasteDone : form.dataset.pasteFailed
  }
}
