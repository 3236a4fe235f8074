import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWidgetBench } from '../../support/widget-bench.js';
import type { Visit, WidgetBench } from '../../support/widget-bench.js';

let bench: WidgetBench;
let visit: Visit;

beforeAll(async () => {
  bench = await startWidgetBench();
});
afterAll(() => bench.close());

const open = async (): Promise<Visit> => {
  const opened = await bench.open();
  await opened.launcher.click();
  await opened.answers.first().waitFor();
  return opened;
};

const recorded = (text: string): number => bench.server.recorded().filter((said) => said === text).length;
const sentIds = (text: string): string[] =>
  bench.server.posts.filter((post) => post.text === text).map(({ clientActivityID }) => clientActivityID);

beforeEach(async () => {
  Object.assign(bench.server.trouble, {
    down: false,
    loseAnswers: false,
    sockets: true,
    delayMs: 0,
    refusal: null,
  });
  visit = await open();
  return () => visit.page.context().close();
});

describe('over a reload', () => {
  it('keeps the conversation and takes it up where it was', async () => {
    await visit.page.getByRole('button', { name: 'Tra cứu hồ sơ' }).click();
    await visit.answers.nth(1).waitFor();
    const before = await visit.bubbles.allTextContents();
    await visit.page.reload();
    await visit.answers.nth(1).waitFor();
    expect(await visit.bubbles.allTextContents()).toEqual(before);
    await visit.send('tiếp theo');
    await visit.page.getByText('Đã nghe: tiếp theo').waitFor();
    expect(await visit.bubbles.count()).toBe(5);
  });

  it('offers the last answers again while they are unanswered', async () => {
    await visit.page.reload();
    await visit.page.getByRole('button', { name: 'Tra cứu hồ sơ' }).waitFor();
    expect(await visit.page.locator('.suggestions button').count()).toBe(4);
  });

  it('begins anew when the server has forgotten the conversation', async () => {
    await visit.send('sẽ bị quên');
    await visit.answers.nth(1).waitFor();
    bench.server.forget();
    await visit.page.reload();
    await visit.answers.first().waitFor();
    expect(await visit.own.count()).toBe(0);
  });

  it('is not found by another tab', async () => {
    await visit.send('chuyện riêng');
    await visit.answers.nth(1).waitFor();
    const tab = await visit.page.context().newPage();
    await tab.goto(visit.page.url());
    await tab.locator('.launcher').click();
    await tab.locator('.bot').first().waitFor();
    expect(await tab.getByText('chuyện riêng').count()).toBe(0);
  });
});

describe('without a network', () => {
  it('says so, keeps the message, and delivers it exactly once when the network is back', async () => {
    bench.server.trouble.down = true;
    bench.server.breakStreams();
    await visit.send('mất mạng giữa chừng');
    await visit.page.locator('.failed').waitFor();
    await visit.banner.waitFor();
    expect(recorded('mất mạng giữa chừng')).toBe(0);
    bench.server.trouble.down = false;
    await visit.page.getByText('Đã nghe: mất mạng giữa chừng').waitFor();
    expect(await visit.page.locator('.failed').count()).toBe(0);
    expect(recorded('mất mạng giữa chừng')).toBe(1);
  });

  it('sends again at a tap', async () => {
    bench.server.trouble.refusal = { status: 503, message: 'Hệ thống đang tạm ngừng.' };
    await visit.send('gửi lại giúp tôi');
    await visit.own.getByText('Hệ thống đang tạm ngừng.').waitFor();
    bench.server.trouble.refusal = null;
    await visit.page.getByRole('button', { name: 'Gửi lại' }).click();
    await visit.page.getByText('Đã nghe: gửi lại giúp tôi').waitFor();
    expect(recorded('gửi lại giúp tôi')).toBe(1);
  });

  it('files once what arrived although its acknowledgement was lost', async () => {
    bench.server.trouble.loseAnswers = true;
    bench.server.trouble.sockets = false;
    bench.server.breakStreams();
    await visit.send('phản ánh của tôi');
    await visit.page.getByText('Đã nghe: phản ánh của tôi').waitFor();
    bench.server.trouble.loseAnswers = false;
    await visit.send('sau đó');
    await visit.page.getByText('Đã nghe: sau đó').waitFor();
    expect(new Set(sentIds('phản ánh của tôi')).size).toBe(1);
    expect(recorded('phản ánh của tôi')).toBe(1);
    expect(await visit.own.locator('.bubble').allTextContents()).toEqual(['phản ánh của tôi', 'sau đó']);
  });

  it('keeps an unsent message over a reload and sends it under the same id', async () => {
    bench.server.trouble.refusal = { status: 503, message: '' };
    await visit.send('chưa kịp gửi');
    await visit.page.locator('.failed').waitFor();
    await visit.page.reload();
    await visit.own.getByText('chưa kịp gửi').waitFor();
    bench.server.trouble.refusal = null;
    await visit.page.getByText('Đã nghe: chưa kịp gửi').waitFor();
    expect(sentIds('chưa kịp gửi').length).toBeGreaterThan(1);
    expect(new Set(sentIds('chưa kịp gửi')).size).toBe(1);
    expect(recorded('chưa kịp gửi')).toBe(1);
    expect(await visit.own.count()).toBe(1);
  });

  it('keeps several messages in order', async () => {
    bench.server.trouble.delayMs = 300;
    await visit.send('thứ nhất');
    await visit.send('thứ hai');
    await visit.send('thứ ba');
    await visit.page.getByText('Đã nghe: thứ ba').waitFor();
    expect(bench.server.recorded().slice(-3)).toEqual(['thứ nhất', 'thứ hai', 'thứ ba']);
    expect(await visit.bubbles.allTextContents()).toHaveLength(7);
    expect((await visit.bubbles.allTextContents()).slice(1)).toEqual([
      'thứ nhất',
      'Đã nghe: thứ nhất',
      'thứ hai',
      'Đã nghe: thứ hai',
      'thứ ba',
      'Đã nghe: thứ ba',
    ]);
  });
});

describe('when the server', () => {
  it('refuses a message for good, shows its reason and goes on', async () => {
    bench.server.trouble.refusal = { status: 413, message: 'Nội dung gửi lên dài quá.' };
    await visit.send('dài');
    await visit.own.getByText('Nội dung gửi lên dài quá.').waitFor();
    expect(await visit.page.getByRole('button', { name: 'Gửi lại' }).count()).toBe(0);
    bench.server.trouble.refusal = null;
    await visit.send('ngắn');
    await visit.page.getByText('Đã nghe: ngắn').waitFor();
    expect(recorded('dài')).toBe(0);
  });

  it('allows no sockets, asks at intervals', async () => {
    bench.server.trouble.sockets = false;
    bench.server.breakStreams();
    await visit.send('qua đường hỏi');
    await visit.page.getByText('Đã nghe: qua đường hỏi').waitFor();
    expect(bench.server.requests.filter((request) => request.startsWith('GET /v3'))).not.toHaveLength(0);
  });

  it('breaks the stream, takes it up without loss or repeat', async () => {
    await visit.send('trước khi đứt');
    await visit.answers.nth(1).waitFor();
    bench.server.breakStreams();
    await visit.send('sau khi đứt');
    await visit.page.getByText('Đã nghe: sau khi đứt').waitFor();
    expect(await visit.bubbles.count()).toBe(5);
  });

  it('forgets the conversation, says so and leaves the unsent message to the citizen', async () => {
    await visit.send('trước');
    await visit.answers.nth(1).waitFor();
    bench.server.forget();
    await visit.send('sau');
    await visit.page.getByText('Cuộc trò chuyện trước đã hết hạn').waitFor();
    await visit.answers.nth(2).waitFor();
    expect(recorded('sau')).toBe(0);
    await visit.page.getByRole('button', { name: 'Gửi lại' }).click();
    await visit.page.getByText('Đã nghe: sau').waitFor();
    expect(recorded('sau')).toBe(1);
  });

  it('is away at the first opening, says so and comes when it is back', async () => {
    bench.server.trouble.down = true;
    const late = await bench.open();
    await late.launcher.click();
    await late.banner.waitFor();
    await late.send('đã viết sẵn');
    bench.server.trouble.down = false;
    await late.page.getByText('Đã nghe: đã viết sẵn').waitFor();
    expect(recorded('đã viết sẵn')).toBe(1);
    expect(late.errors).toEqual([]);
    await late.page.context().close();
  });
});
