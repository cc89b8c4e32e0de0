// Runs in the browser before GraphiQL: who signs in, and in which capacity. A choice is kept for this window and the page
// loaded again; when it starts, the access token goes into the Authorization header of every tab, where one sees it.
{
  const TABS = 'graphiql:tabState';
  const CHOICE = 'dang:choice';
  const nobody = { persona: '', positions: [], positionId: null };

  const personaSelect = document.querySelector('#dang-persona');
  const positionSelect = document.querySelector('#dang-position');
  const positionLabel = document.querySelector('#dang-position-label');
  const say = (text) => {
    document.querySelector('#dang-say').textContent = text;
  };

  const readJson = (text) => {
    try {
      return JSON.parse(text ?? '');
    } catch {
      return null;
    }
  };
  const choice = () => readJson(sessionStorage.getItem(CHOICE)) ?? nobody;

  const hasRunOut = (authorization) => {
    const claims = /^Bearer [\w-]+\.([\w-]+)\./.exec(authorization)?.[1] ?? '';
    return (
      readJson(claims && atob(claims.replaceAll('-', '+').replaceAll('_', '/')))?.exp * 1000 <= Date.now()
    );
  };
  /** The text of a headers editor with this token in it; null: with none; undefined: with what somebody put there. */
  const withToken = (headers, token) => {
    const kept = readJson(headers) ?? {};
    for (const name of Object.keys(kept)) {
      if (name.toLowerCase() !== 'authorization') continue;
      if (token !== undefined || hasRunOut(kept[name])) delete kept[name];
    }
    const all = token ? { Authorization: `Bearer ${token}`, ...kept } : kept;
    return Object.keys(all).length > 0 ? JSON.stringify(all, null, 2) : '';
  };
  /** The tabs as GraphiQL keeps them; on the first visit, as we want them. */
  const readTabs = () => {
    const kept = readJson(localStorage.getItem(TABS));
    if (kept) return kept;
    const tabs = JSON.parse(document.querySelector('#dang-tabs').textContent);
    const empty = { variables: null, headers: null, response: null };
    return {
      activeTabIndex: 0,
      tabs: tabs.map(({ name, query }) => ({ id: name, title: name, operationName: name, query, ...empty })),
    };
  };
  const keepToken = (token) => {
    const state = readTabs();
    for (const tab of state.tabs) tab.headers = withToken(tab.headers, token);
    localStorage.setItem(TABS, JSON.stringify(state));
  };
  // GraphiQL finds the tab to show by its contents, kept beside the tabs and in the address; where these have drifted
  // apart it opens an empty one instead.
  const showActiveTab = () => {
    const state = readTabs();
    const active = state.tabs[state.activeTabIndex];
    if (!active) return;
    const address = new URL(location.href);
    const linked = address.searchParams.get('query');
    if (linked !== null && !state.tabs.some(({ query }) => query === linked)) return;
    address.searchParams.delete('query');
    history.replaceState(null, '', address);
    for (const part of ['query', 'variables', 'headers']) {
      if (active[part]) localStorage.setItem(`graphiql:${part}`, active[part]);
      else localStorage.removeItem(`graphiql:${part}`);
    }
  };
  const take = (next) => {
    sessionStorage.setItem(CHOICE, JSON.stringify(next));
    location.reload();
  };

  const post = async (address, body) => {
    const response = await plainFetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    const [error] = answer.errors ?? [];
    if (error) throw new Error(error.message);
    return answer;
  };
  const attempt = async (text, work) => {
    say(text);
    personaSelect.disabled = true;
    positionSelect.disabled = true;
    try {
      await work();
    } catch (error) {
      say(error.message);
      show();
    }
  };

  const signIn = (persona, positionId) =>
    attempt('Đang đăng nhập qua VNeID (bản thử)…', async () => {
      take(
        persona === ''
          ? { ...nobody, accessToken: null }
          : { persona, ...(await post('/explorer/sign-in', { persona, positionId })) },
      );
    });

  const show = () => {
    const { persona, positions, positionId } = choice();
    personaSelect.value = persona;
    personaSelect.disabled = false;
    positionLabel.hidden = positions.length === 0;
    positionSelect.disabled = false;
    const options = [{ id: '', title: 'Đảng viên (việc của mình)' }, ...positions];
    positionSelect.replaceChildren(...options.map(({ id, title }) => new Option(title, id)));
    positionSelect.value = positionId ?? '';
  };

  personaSelect.addEventListener('change', () => void signIn(personaSelect.value, undefined));
  positionSelect.addEventListener(
    'change',
    () => void signIn(choice().persona, positionSelect.value || null),
  );

  // A token lives ten minutes. One that has run out is taken away before GraphiQL asks for the schema with it, or, when
  // that shows while it runs, renewed for the same person and capacity.
  const plainFetch = window.fetch.bind(window);
  let isRenewing = false;
  const renew = () => {
    const { persona, positionId } = choice();
    if (isRenewing || persona === '') return;
    isRenewing = true;
    void signIn(persona, positionId);
  };
  window.fetch = async (...request) => {
    const response = await plainFetch(...request);
    if (response.status === 401) renew();
    return response;
  };
  const { persona, accessToken, expiresAt } = choice();
  const isOver = persona !== '' && Date.parse(expiresAt) <= Date.now();
  keepToken(isOver ? null : accessToken);
  // Whoever has left is out now; a token that somebody writes into the editor from here on is left alone.
  if (accessToken === null) sessionStorage.removeItem(CHOICE);
  showActiveTab();
  if (isOver) renew();

  plainFetch('/explorer/personas')
    .then((response) => response.json())
    .then(({ personas }) => {
      for (const { persona: name, label } of personas) personaSelect.append(new Option(label, name));
      show();
      if (personas.length === 0) say('Không có người dùng thử: VNeID (bản thử) không chạy.');
    })
    .catch(() => say('Không có người dùng thử: VNeID (bản thử) không chạy.'));
}
