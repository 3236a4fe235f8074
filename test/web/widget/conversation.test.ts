import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWidgetBench } from '../../support/widget-bench.js';
import type { Visit, WidgetBench } from '../../support/widget-bench.js';

let bench: WidgetBench;
let visit: Visit;

beforeAll(async () => {
  bench = await startWidgetBench();
});
afterAll(() => bench.close());

beforeEach(async () => {
  visit = await bench.open();
  await visit.launcher.click();
  await visit.answers.first().waitFor();
  return () => visit.page.context().close();
});

describe('a conversation in the widget', () => {
  it('greets, sends what is written and shows the answer, each once', async () => {
    await visit.send('làm sổ hộ nghèo');
    await visit.answers.nth(1).waitFor();
    expect(await visit.own.locator('.bubble').allTextContents()).toEqual(['làm sổ hộ nghèo']);
    expect(await visit.answers.nth(1).locator('.bubble').textContent()).toBe('Đã nghe: làm sổ hộ nghèo');
    expect(await visit.bubbles.count()).toBe(3);
    expect(bench.server.posts.at(-1)).toMatchObject({ text: 'làm sổ hộ nghèo', locale: 'vi' });
    expect(await visit.input.inputValue()).toBe('');
  });

  it('shows a tapped answer by its words, sends its value and takes the buttons away', async () => {
    await visit.page.getByRole('button', { name: 'Tra cứu hồ sơ' }).click();
    await visit.page.getByText('in trên giấy hẹn').waitFor();
    expect(bench.server.posts.at(-1)?.text).toBe('menu:dossier');
    expect(await visit.own.locator('.bubble').allTextContents()).toEqual(['Tra cứu hồ sơ']);
    expect(await visit.page.locator('.suggestions button').count()).toBe(0);
    expect(await visit.input.getAttribute('placeholder')).toBe('Nhập nội dung');
  });

  it('draws a card instead of the text: facts, notice, sections, safe links, footer', async () => {
    await visit.send('trợ cấp thất nghiệp');
    const card = visit.page.locator('.card');
    await card.getByRole('heading', { name: 'Hưởng trợ cấp thất nghiệp' }).waitFor();
    expect(await visit.page.getByText('Hưởng trợ cấp thất nghiệp …').count()).toBe(0);
    expect(await card.locator('dt').allTextContents()).toEqual([
      'Thời hạn',
      'Lệ phí',
      'Số giấy tờ',
      'Nộp tại',
    ]);
    expect(await card.locator('.notice.warning').textContent()).toContain('03 tháng');
    expect(await card.locator('ol > li').count()).toBe(3);
    const folded = card.getByText('Bưu chính công ích');
    expect(await folded.isVisible()).toBe(false);
    await card.getByText('Nộp ở đâu, bằng cách nào').click();
    expect(await folded.isVisible()).toBe(true);
    const links = card.locator('a');
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('rel')).toContain('noopener');
    expect(await links.getAttribute('target')).toBe('_blank');
    expect(await card.locator('.card-foot').textContent()).toContain('18/07/2026');
  });

  it('takes what the server says for text, never for markup', async () => {
    await visit.send('xấu');
    await visit.answers.nth(1).waitFor();
    const bubble = visit.answers.nth(1).locator('.bubble');
    expect(await bubble.textContent()).toContain('<img src=x onerror="window.hacked=1"><b>đậm</b>');
    expect(await bubble.locator('img, b').count()).toBe(0);
    expect(await bubble.locator('a').count()).toBe(1);
    expect(await bubble.locator('a').getAttribute('href')).toBe('https://dichvucong.gov.vn/a');
    expect(await visit.page.evaluate('window.hacked')).toBeUndefined();
  });

  it('switches its labels and the assistant to English and back', async () => {
    await visit.page.getByRole('button', { name: 'English' }).click();
    await visit.page.getByText('Hello. I am').waitFor();
    expect(bench.server.posts.at(-1)).toMatchObject({ text: 'English', locale: 'en' });
    expect(await visit.page.getByRole('heading', { level: 2 }).textContent()).toBe('One-Stop Assistant');
    expect(await visit.answers.nth(1).getAttribute('lang')).toBe('en');
    await visit.page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await visit.answers.nth(2).waitFor();
    expect(await visit.page.getByRole('heading', { level: 2 }).textContent()).toBe('Trợ lý Một Cửa');
  });

  it('begins anew only after asking, and then with another conversation', async () => {
    await visit.send('một');
    await visit.answers.nth(1).waitFor();
    await visit.page.getByRole('button', { name: 'Bắt đầu lại' }).click();
    await visit.page.getByRole('button', { name: 'Giữ lại' }).click();
    expect(await visit.own.count()).toBe(1);
    const before = bench.server.conversations.size;
    await visit.page.getByRole('button', { name: 'Bắt đầu lại' }).click();
    await visit.page.getByRole('button', { name: 'Bắt đầu mới' }).click();
    await visit.answers.first().waitFor();
    expect(await visit.own.count()).toBe(0);
    expect(bench.server.conversations.size).toBe(before + 1);
  });
});

describe('the attributes of the script', () => {
  it('name the office, the hotline to call and the language', async () => {
    const english = await bench.open({ data: 'data-lang="en"' });
    await english.launcher.click();
    await english.page.getByText('Hello. I am').waitFor();
    expect(await english.dialog.getByText('Sở Nội vụ tỉnh Mẫu').isVisible()).toBe(true);
    expect(await english.page.getByRole('link', { name: '1900 1022' }).getAttribute('href')).toBe(
      'tel:19001022',
    );
    await english.page.context().close();
  });

  it('can ask the first question', async () => {
    const asked = await bench.open({ data: 'data-start="thẻ bảo hiểm y tế"' });
    await asked.launcher.click();
    await asked.page.getByText('Đã nghe: thẻ bảo hiểm y tế').waitFor();
    await asked.page.reload();
    await asked.page.getByText('Đã nghe: thẻ bảo hiểm y tế').waitFor();
    expect(bench.server.recorded().filter((text) => text === 'thẻ bảo hiểm y tế')).toHaveLength(1);
    await asked.page.context().close();
  });

  it('can ask another first question in a conversation that goes on', async () => {
    const asked = await bench.open({ data: 'data-start="hỏi việc A"' });
    await asked.launcher.click();
    await asked.page.getByText('Đã nghe: hỏi việc A').waitFor();
    bench.server.serve(
      '/other',
      '<!doctype html><title>Trang khác</title><script src="/widget.js" data-start="hỏi việc B"></script>',
    );
    await asked.page.goto(`${bench.server.url}/other`);
    await asked.page.getByText('Đã nghe: hỏi việc B').waitFor();
    expect(await asked.own.locator('.bubble').allTextContents()).toEqual(['hỏi việc A', 'hỏi việc B']);
    await asked.page.context().close();
  });

  it('can make the chat the page', async () => {
    const page = await bench.open({ data: 'data-mode="page"' });
    await page.answers.first().waitFor();
    expect(await page.launcher.count()).toBe(0);
    expect(await page.dialog.count()).toBe(0);
    await page.page.context().close();
  });
});
