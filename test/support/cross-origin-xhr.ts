/** XMLHttpRequest as a page of another site has it, over fetch: it asks before it posts, and hides answers it may not show. */
export const crossOriginXhr = (origin: string) =>
  class CrossOriginXhr {
    readyState = 0;
    status = 0;
    response: unknown = null;
    responseType = '';
    timeout = 0;
    withCredentials = false;
    onreadystatechange: (() => void) | null = null;
    ontimeout: (() => void) | null = null;
    private method = 'GET';
    private url = '';
    private readonly headers: Record<string, string> = {};
    private answer: Headers | null = null;

    open(method: string, url: string): void {
      this.method = method;
      this.url = url;
    }

    setRequestHeader(name: string, value: string): void {
      this.headers[name] = value;
    }

    getResponseHeader(name: string): string | null {
      const exposed = this.answer?.get('access-control-expose-headers')?.toLowerCase().split(/, */) ?? [];
      return exposed.includes(name.toLowerCase()) ? (this.answer?.get(name) ?? null) : null;
    }

    abort(): void {
      this.onreadystatechange = null;
    }

    send(body?: string): void {
      this.run(body)
        .catch(() => {
          this.status = 0;
        })
        .finally(() => {
          this.readyState = 4;
          this.onreadystatechange?.();
        });
    }

    private async run(body?: string): Promise<void> {
      await this.preflight();
      const { method, headers } = this;
      const answer = await fetch(this.url, {
        method,
        headers: { ...headers, Origin: origin },
        ...(body === undefined ? {} : { body }),
      });
      if (answer.headers.get('access-control-allow-origin') !== origin) throw new Error('blocked by CORS');
      this.answer = answer.headers;
      this.status = answer.status;
      this.response = await answer.json();
    }

    private async preflight(): Promise<void> {
      const names = Object.keys(this.headers).map((name) => name.toLowerCase());
      const answer = await fetch(this.url, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': this.method,
          'Access-Control-Request-Headers': names.join(','),
        },
      });
      const list = (name: string): string[] => (answer.headers.get(name) ?? '').toLowerCase().split(/, */);
      const may =
        answer.ok &&
        answer.headers.get('access-control-allow-origin') === origin &&
        list('access-control-allow-methods').includes(this.method.toLowerCase()) &&
        names.every((name) => name === 'accept' || list('access-control-allow-headers').includes(name));
      if (!may) throw new Error('blocked by CORS');
    }
  };
