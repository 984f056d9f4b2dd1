/** The centre's time zone, in which its days begin and end. Answers other than the overview do not say it. */
export const centreTimeZone = 'Asia/Shanghai';
