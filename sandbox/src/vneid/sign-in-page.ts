import { escapeHtml, htmlPage } from '../html.ts';
import { labelOf, type Person } from './person.ts';

const note = 'Bản thay thế VNeID dùng cho phát triển và kiểm thử. Mọi người ở đây đều là nhân vật hư cấu.';

const page = (title: string, body: string): string => htmlPage(title, note, body);

const errorLine = (error?: string): string =>
  error ? `<p class="error" role="alert">${escapeHtml(error)}</p>` : '';

/** Step one: who signs in. `action` is where the form goes. */
export function choosePage(action: string, people: readonly Person[], hint: string, error?: string): string {
  const choices = people
    .map(
      (person) =>
        `<label><input type="radio" name="chosen" value="${escapeHtml(person.personalId)}"> ${escapeHtml(labelOf(person))}${
          person.level === 1 ? ' — mức độ 1' : ''
        }</label>`,
    )
    .join('\n');
  return page(
    'Đăng nhập VNeID (bản thử)',
    `${errorLine(error)}<form method="post" action="${escapeHtml(action)}">
<fieldset><legend>Nhập số định danh cá nhân</legend>
<label>Số định danh cá nhân<input type="text" name="personalId" inputmode="numeric" autocomplete="off" value="${escapeHtml(hint)}"></label>
<label>Mật khẩu (mật khẩu nào cũng được)<input type="password" name="password" autocomplete="off"></label></fieldset>
${people.length > 0 ? `<fieldset><legend>Hoặc chọn một nhân vật</legend><div class="people">${choices}</div></fieldset>` : ''}
<button type="submit">Đăng nhập</button></form>`,
  );
}

/** Step two: the one-time password, which the stand-in shows instead of sending. */
export function otpPage(action: string, person: Person, otp: string, error?: string): string {
  return page(
    'Xác nhận mã OTP',
    `${errorLine(error)}<p>Xin chào <strong>${escapeHtml(person.fullName)}</strong>. Mã OTP gửi tới ứng dụng VNeID của bạn:
<strong id="otp">${otp}</strong></p><form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="personalId" value="${escapeHtml(person.personalId)}">
<label>Mã OTP<input type="text" name="otp" inputmode="numeric" autocomplete="one-time-code" autofocus></label>
<p class="note">Ứng dụng xin phép nhận: số định danh cá nhân, họ tên, ngày sinh, giới tính, quốc tịch, nơi thường trú, mức độ định danh.</p>
<button type="submit">Xác nhận và chia sẻ</button></form>`,
  );
}

/** Said when the page is older than ten minutes or its cookies are gone. */
export function gonePage(): string {
  return page('Phiên đăng nhập đã hết hạn', '<p>Hãy quay lại ứng dụng và đăng nhập lại.</p>');
}
