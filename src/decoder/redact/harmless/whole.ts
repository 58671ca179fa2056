/**
 * Texts that stay only as a whole, because a word of them alone could be somebody's name. A text, two spaces, where it
 * comes from.
 */
export const WHOLE = `
Request-URI Too Long  reason phrase of 414
Request Entity Too Large  reason phrase of 413
Message Too Large  reason phrase of 513
Session Interval Too Small  reason phrase of 422
Interval Too Brief  reason phrase of 423
Max-Breadth Exceeded  reason phrase of 440
Precedence call blocked  Q.850 cause 46
Parameter non-existent or not implemented - passed on  Q.850 cause 103
Incoming calls barred within CUG  Q.850 cause 55
Outgoing calls barred within CUG  Q.850 cause 53
Outgoing call barred  text of a carrier for 603
Maxpeak cost exceeded  text of a carrier for 603
Funds Required  text of a carrier for 503
Channel Limit Reached  text of a carrier for 503
Network Blocked  ATIS-1000099 for 603
Call Hold  text of products for a held call
Ring timeout  text of products for a call without answer
Max-Forwards exceeded  text of products for 483
`;
