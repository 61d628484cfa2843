/** The parts of a reference (RFC 3986, appendix B). */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** RFC 3986, section 5.2.4. */
const withoutDots = (path: string): string => {
  const kept: string[] = [];
  const segments = path.split('/');
  segments.forEach((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1 || (kept.length === 1 && kept[0] !== '')) kept.pop();
      if (isLast) kept.push('');
    } else if (segment === '.') {
      if (isLast) kept.push('');
    } else kept.push(segment);
  });
  return kept.join('/');
};

const isAbsolute = (reference: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(reference);

/** An IRI reference resolved against a base (RFC 3986, section 5.2); as it stands where it is absolute or there is no base. */
export const resolveReference = (reference: string, base: string): string => {
  if (base === '' || isAbsolute(reference)) return reference;
  const [, scheme, authority, basePath = '', baseQuery] = PARTS.exec(base)! as unknown as (string | undefined)[];
  const [, , ownAuthority, path = '', query, fragment] = PARTS.exec(reference)! as unknown as (string | undefined)[];
  const compose = (host: string | undefined, newPath: string, newQuery: string | undefined): string =>
    `${scheme === undefined ? '' : `${scheme}:`}${host === undefined ? '' : `//${host}`}${newPath}${newQuery === undefined ? '' : `?${newQuery}`}${fragment === undefined ? '' : `#${fragment}`}`;
  if (ownAuthority !== undefined) return compose(ownAuthority, withoutDots(path), query);
  if (path === '') return compose(authority, basePath, query ?? baseQuery);
  if (path.startsWith('/')) return compose(authority, withoutDots(path), query);
  const merged =
    authority !== undefined && basePath === '' ? `/${path}` : basePath.slice(0, basePath.lastIndexOf('/') + 1) + path;
  return compose(authority, withoutDots(merged), query);
};
