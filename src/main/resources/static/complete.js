// Suggests people after @, posts and questions after #. Without it one types names and numbers.
for (const form of document.querySelectorAll('form[data-complete]')) {
  const area = form.elements.body
  const place = document.createElement('div')
  // As in "@Dr. Os", "@O'Neil, S", "@MB (".
  const sign =
    /(?:^|[^\p{L}\p{N}@#/&+-])(@[\p{L}\p{M}\p{N}_.'’-]{0,40}(?:,? [\p{L}\p{M}\p{N}_.'’()-]{0,20}){0,2}|#[\p{L}\p{N}_.-]{0,40})$/u
  const number = new RegExp(`(?:^|[^\\p{L}])(?:${form.dataset.completeWords}) ?(\\p{Nd}{1,3}\\p{L}?)$`, 'iu')
  let token = ''
  let at = -1
  let asked = 0

  place.className = 'suggestions'
  place.ariaLive = 'polite'
  area.after(place)
  area.ariaAutoComplete = 'list'
  area.ariaHasPopup = 'listbox'

  area.addEventListener('input', look)
  area.addEventListener('blur', close)
  area.addEventListener('click', close)
  // The focus stays.
  place.addEventListener('pointerdown', (event) => event.preventDefault())
  place.addEventListener('click', (event) => choose(event.target.closest('[role=option]')))
  area.addEventListener('keydown', (event) => {
    const options = place.querySelectorAll('[role=option]')
    if (!options.length || event.isComposing) {
      return
    }
    const step = { ArrowDown: 1, ArrowUp: at < 0 ? 0 : -1 }[event.key]
    if (step !== undefined) {
      move(options, (at + step + options.length) % options.length)
    } else if (event.key === 'Escape') {
      close()
    } else if ((event.key === 'Enter' || event.key === 'Tab') && at >= 0 && !event.shiftKey) {
      choose(options[at])
    } else {
      return
    }
    event.preventDefault()
  })

  async function look() {
    const mine = ++asked
    await new Promise((go) => setTimeout(go, 150))
    if (mine !== asked) {
      return
    }
    const before = area.value.slice(Math.max(0, area.selectionEnd - 60), area.selectionEnd)
    const found = sign.exec(before)?.[1] ?? number.exec(before)?.[1]
    if (!found) {
      return close()
    }
    const html = await fetch(`${form.dataset.complete}?q=${encodeURIComponent(found)}`, { redirect: 'error' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '')
    if (mine === asked && document.activeElement === area) {
      close()
      token = found
      place.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
      place.style.top = `${area.offsetTop + area.offsetHeight}px`
    }
  }

  function move(options, to) {
    at = to
    options.forEach((option, each) => option.setAttribute('aria-selected', each === at))
    options[at].scrollIntoView({ block: 'nearest' })
    area.setAttribute('aria-activedescendant', options[at].id)
  }

  function choose(option) {
    if (option) {
      const end = area.selectionEnd
      area.setSelectionRange(end - token.length, end)
      document.execCommand('insertText', false, `${option.dataset.insert} `)
      close()
    }
  }

  function close() {
    asked++
    at = -1
    place.replaceChildren()
    area.removeAttribute('aria-activedescendant')
  }
}
