// Quotes the text that is selected in a post. Without it “Quote” below a post quotes all of it.
const form = document.querySelector('form[data-quote]')
const button = document.createElement('button')
button.type = 'button'
button.className = 'button small quote'
button.textContent = form?.dataset.quote
let chosen, waiting

if (form) {
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting)
    waiting = setTimeout(offer, 200)
  })
  button.addEventListener('click', quote)
  // The link leaves the selection as it is.
  document.addEventListener('mousedown', (event) => quotes(event) && event.preventDefault())
  document.addEventListener('click', (event) => {
    const link = quotes(event)
    link && offer()
    if (link && chosen?.post === link.closest('.post') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      quote()
    }
  })
}

function quotes(event) {
  return event.target.closest('.post-actions a[href*="quote="]')
}

function offer() {
  const selection = getSelection()
  if (document.activeElement === button) {
    return
  }
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null
  const prose = range && closest(range.startContainer)
  if (!prose || closest(range.endContainer) !== prose || !selection.toString().trim()) {
    chosen = null
    return button.remove()
  }
  chosen = { range: range.cloneRange(), post: prose.closest('.post') }
  const box = range.getBoundingClientRect()
  button.style.top = `${box.bottom + scrollY + 4}px`
  button.style.left = `${box.left + scrollX}px`
  // After the selected text, so that it is next in the tab order.
  prose.after(button)
}

function closest(node) {
  return (node.closest ? node : node.parentElement).closest('.post .prose')
}

async function quote() {
  const { range, post } = chosen
  const part = document.createElement('div')
  part.append(range.cloneContents())
  part.querySelectorAll('.visually-hidden').forEach((hidden) => hidden.remove())
  part.querySelectorAll('.quoted-question').forEach((one) => one.replaceWith(one.querySelector('a').ariaLabel))
  part.querySelectorAll('a[href^="/"]').forEach((link) => link.replaceWith(link.textContent))
  const sent = new URLSearchParams({ html: part.innerHTML, _csrf: form.elements._csrf.value })
  const words = await fetch(form.dataset.paste, { method: 'POST', body: sent, redirect: 'error' })
    .then((answer) => (answer.ok ? answer.text() : ''))
    .catch(() => '')
  const lines = (words || range.toString()).split('\n').map((line) => `> ${line}`.trimEnd())
  const area = form.elements.body
  const gap = area.value.trim() ? area.value.match(/\n*$/)[0].length : 2
  area.focus()
  area.setSelectionRange(area.value.length, area.value.length)
  const text = '\n'.repeat(gap > 1 ? 0 : 2 - gap) + [...lines, '>', `> #${post.id.slice(1)}`, '', ''].join('\n')
  // So that it can be undone.
  document.execCommand('insertText', false, text)
  button.remove()
}
