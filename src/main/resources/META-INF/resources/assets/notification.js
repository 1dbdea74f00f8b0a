// Desktop notifications, where the browser has them.

/** Chrome for Android has the permission but refuses the constructor. */
let refusesToShow = false;

/** Whether desktop notifications are on, off, refused or unavailable. */
export const notificationState = () =>
    'Notification' in window && isSecureContext && !refusesToShow ? Notification.permission : 'unavailable';

export const allowNotifications = () => Notification.requestPermission();

/** Anybody can read a lock screen, so a notification names no patient and no value. Returns it, if it is shown. */
export function notify(title, options) {
    if (notificationState() !== 'granted') return undefined;
    try {
        return new Notification(title, options);
    } catch {
        refusesToShow = true;
        return undefined;
    }
}
