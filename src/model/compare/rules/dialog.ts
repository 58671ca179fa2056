import type { Code } from '../../../schema/content.ts';
import {
  CALL_GOES_ON,
  dialogEffect,
  dialogGoesOn,
  SUBSCRIPTION_GOES_ON,
  type DialogEffect,
} from '../../facts/dialog.ts';
import { cited, fieldOf, grounds, type Rule } from './rule.ts';

// What a refusal does to the dialog of the request that it answers, in the order of rank: the standards on calls and on
// subscriptions, then what the text on each code says, which for most is RFC 5057 (informational).

/** Whether a refused re-INVITE or UPDATE ends the call (RFC 3261 §12.2.1.2, §14.1, RFC 3311 §5.3). */
export const midCall: Rule = (a, b) => {
  const [left, right] = [dialogEffect(a)?.call, dialogEffect(b)?.call];
  if (!left || !right || left === right) return null;
  const side = (code: Code) => cited(...(code.dialog!.endsCall ?? CALL_GOES_ON));
  return { kind: 'mid-call', a: left, b: right, ...grounds(side(a), side(b)) };
};

/** Whether a refused refresh or NOTIFY ends the subscription (RFC 6665 §4.1.2.2, §4.2.2). */
export const subscription: Rule = (a, b) => {
  const [left, right] = [dialogEffect(a)?.subscription, dialogEffect(b)?.subscription];
  if (!left || !right || left === right) return null;
  const side = (code: Code) => cited(...(code.dialog!.endsSubscription ?? SUBSCRIPTION_GOES_ON));
  return { kind: 'subscription', a: left, b: right, ...grounds(side(a), side(b)) };
};

/** Whether a call goes on although the text on the code lets more than its transaction end */
const outlived = (effect: DialogEffect): boolean => effect.call === 'goes-on' && !dialogGoesOn(effect.ends);

/** What the text on each code says of the dialog (for most of them RFC 5057 §5.1). */
export const dialog: Rule = (a, b) => {
  const [left, right] = [dialogEffect(a), dialogEffect(b)];
  if (!left || !right || !a.final || !b.final || left.ends === right.ends) return null;
  if (dialogGoesOn(left.ends) && dialogGoesOn(right.ends)) return null;
  const side = (code: Code, effect: DialogEffect) =>
    fieldOf(
      code,
      'dialog',
      // All of them: that 408 ends the usage is said in RFC 5057 §5.2, to which note 4 of §5.1 only points.
      ...code.dialog!.source,
      ...(effect.ends === 'nothing' ? CALL_GOES_ON : outlived(effect) ? [CALL_GOES_ON[0]!] : []),
    );
  const of = ({ ends, informational, call }: DialogEffect) => ({ ends, informational, callGoesOn: call === 'goes-on' });
  return {
    kind: 'dialog',
    a: of(left),
    b: of(right),
    disputed: outlived(left) || outlived(right),
    ...grounds(side(a, left), side(b, right)),
  };
};
