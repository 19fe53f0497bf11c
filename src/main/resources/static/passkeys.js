// Signs in with a passkey, and creates one. Without it the button on the sign-in page is not shown; passwords and links by e-mail work.
const supported = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials

for (const button of document.querySelectorAll('button[data-passkey]')) {
  const form = button.form
  const makes = button.dataset.passkey === 'make'
  if (!supported) {
    continue
  }
  button.hidden = false
  button.addEventListener('click', async (event) => {
    event.preventDefault()
    const problem = form.querySelector('[data-passkey-problem]')
    problem.hidden = true
    try {
      const sent = new URLSearchParams(new FormData(form))
      sent.delete('password')
      const answer = await fetch(button.formAction + '/options', { method: 'POST', body: sent })
      if (!answer.ok) {
        throw answer.status
      }
      if (answer.redirected) {
        // One has to sign in again first: the sign-in page carries what was typed.
        form.action = button.formAction
        form.submit()
        return
      }
      const options = await answer.json()
      const credential = makes
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      form.elements.credential.value = JSON.stringify(credential)
      if (form.elements.password) {
        form.elements.password.value = ''
      }
      form.action = button.formAction
      form.submit()
    } catch {
      // Its text is added with it, because a text browser shows hidden elements.
      problem.lastElementChild.textContent = problem.dataset.passkeyProblem
      problem.hidden = false
    }
  })
}
