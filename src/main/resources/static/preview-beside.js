// Shows the preview below the text while it is typed, if it is switched on. Without it there is the button “Preview”.
for (const form of document.querySelectorAll('form[data-preview-beside]')) {
  const words = form.elements.body
  const button = document.createElement('button')
  const place = document.createElement('div')
  let waiting, asked

  button.type = 'button'
  button.className = 'button quiet'
  button.textContent = form.dataset.previewBeside
  button.ariaPressed = 'false'
  place.ariaLive = 'polite'
  form.querySelector('[name=preview]').after(button)
  words.closest('.field').after(place)

  button.addEventListener('click', () => {
    const on = button.ariaPressed === 'false'
    button.ariaPressed = String(on)
    on ? show() : place.replaceChildren()
  })
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, 600)
  })

  async function show() {
    asked?.abort()
    asked = new AbortController()
    if (button.ariaPressed === 'false' || !words.value.trim()) {
      return place.replaceChildren()
    }
    const sent = new URLSearchParams(new FormData(form))
    sent.set('preview', 'beside')
    const page = await fetch(form.action, { method: 'POST', body: sent, signal: asked.signal })
      .then((answer) => answer.text())
      .catch(() => '')
    const preview = new DOMParser().parseFromString(page, 'text/html').querySelector('#preview')
    if (preview && button.ariaPressed === 'true') {
      document.querySelectorAll('#preview').forEach((one) => place.contains(one) || one.remove())
      place.firstElementChild ? change(place.firstElementChild, preview) : place.append(preview)
    }
  }
}

// Replaces only what has changed, so that a screen reader reads only that.
function change(shown, wanted) {
  const before = [...shown.children]
  const after = [...wanted.children]
  after.forEach((child, at) => {
    const was = before[at]
    if (!was) {
      shown.append(child)
    } else if (was.matches('.prose') && child.matches('.prose')) {
      change(was, child)
    } else if (!was.isEqualNode(child)) {
      was.replaceWith(child)
    }
  })
  before.slice(after.length).forEach((child) => child.remove())
}
