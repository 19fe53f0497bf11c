// Saves what is typed as a draft, in the browser while offline. Without it the preview saves it.
for (const form of document.querySelectorAll('form[data-keep]')) {
  const { elements } = form
  const status = form.querySelector('[data-kept]')
  const words = status.dataset
  const here = ['unsent', words.who, form.dataset.keep, elements.to?.value, elements.question?.value].join(' ')
  let typed = false
  let left = false
  let sending = false
  let waiting

  form.addEventListener('input', () => {
    typed = true
    later(2000)
  })
  form.addEventListener('submit', () => {
    left = true
    store()
  })
  addEventListener('online', () => later(0))
  addEventListener('pageshow', () => left = false)
  addEventListener('pagehide', () => {
    if (typed && !left) {
      store()
      send(state(), true)
    }
  })

  const stored = recall()
  if (stored) {
    send(new URLSearchParams(stored)).then((kept) => kept || fill(new URLSearchParams(stored)))
  }

  function later(time) {
    clearTimeout(waiting)
    waiting = setTimeout(save, time)
  }

  function save() {
    if (sending) {
      later(500)
    } else if (typed && !left) {
      typed = false
      send(state())
    }
  }

  // Returns true if nothing has to be saved any more, because it was posted.
  async function send(fields, last = false) {
    const body = new URLSearchParams(fields)
    body.set('_csrf', elements._csrf.value)
    sending = true
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', body, keepalive: last, redirect: 'manual' })
      if (!answer.ok) {
        throw answer
      }
      const { draft } = await answer.json()
      elements.draft.value = draft
      forget()
      status.textContent = draft === '0' ? '' : words.kept.replace('%', time())
      return draft === '0'
    } catch (problem) {
      const out = problem.type === 'opaqueredirect' || problem.status === 403
      store(fields)
      status.textContent = out ? words.out : words.here
      typed = true
      out || later(20000)
    } finally {
      sending = false
    }
  }

  function fill(fields) {
    if (elements.body.value === fields.get('body')) {
      return
    }
    elements.body.value = fields.get('body')
    for (const box of form.querySelectorAll('[type=checkbox]')) {
      box.checked = fields.getAll(box.name).includes(box.value)
    }
  }

  function state() {
    const fields = new URLSearchParams(new FormData(form))
    fields.delete('_csrf')
    return fields
  }

  // Storage may be full or disabled.
  function store(fields = state()) {
    try {
      localStorage.setItem(here, fields)
    } catch {}
  }

  function recall() {
    try {
      return localStorage.getItem(here)
    } catch {}
  }

  function forget() {
    try {
      localStorage.removeItem(here)
    } catch {}
  }

  function time() {
    // As the server writes times, in its zone.
    return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: words.zone })
  }
}
