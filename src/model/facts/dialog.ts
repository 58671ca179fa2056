import type { Code } from '../../schema/content.ts';
import type { Facts, Source } from '../../schema/index.ts';
import { answersInvite } from './facts.ts';
import { answeredMethods } from './fork.ts';

/**
 * What a refusal does to the dialog of the request that it answers, by the rank of the text that says so: the standards
 * on calls (RFC 3261, RFC 3311) and on subscriptions (RFC 6665), and with them what the text on the code itself says,
 * for most codes the survey of RFC 5057, which is informational. Null where the code answers no such request.
 */
export interface DialogEffect {
  /** After a refused re-INVITE or UPDATE. */
  call: 'ends' | 'goes-on' | null;
  /** After a refused refresh of a subscription, or a refused NOTIFY. */
  subscription: 'ends' | 'goes-on' | null;
  ends: NonNullable<Facts['dialog']>['ends'];
  /** RFC 5057 alone says so. */
  informational: boolean;
}

/** A refused re-INVITE or UPDATE leaves the session as it was. */
export const CALL_GOES_ON: readonly Source[] = ['RFC 3261 §14.1', 'RFC 3311 §5.3'];
/** A failed refresh with any code that the list lacks leaves the subscription in force. */
export const SUBSCRIPTION_GOES_ON: readonly Source[] = ['RFC 6665 §4.1.2.2'];

/** Either way the dialog goes on. */
const GOES_ON: readonly string[] = ['transaction', 'nothing'];

/** Whether by this reading the dialog and everything in it goes on */
export const dialogGoesOn = (ends: DialogEffect['ends']): boolean => GOES_ON.includes(ends);

/** The effect of a code, or null if no text says it or the code makes no sense inside a dialog */
export function dialogEffect(code: Code): DialogEffect | null {
  const { dialog } = code;
  if (!dialog || code.outsideDialogOnly) return null;
  const methods = answeredMethods(code);
  const refuses = code.responseClass > 2;
  const inCall = refuses && (answersInvite(code) || methods.has('UPDATE'));
  const inSubscription = code.responseClass > 3 && (methods.has('SUBSCRIBE') || methods.has('NOTIFY'));
  return {
    call: !inCall ? null : dialog.endsCall ? 'ends' : 'goes-on',
    subscription: !inSubscription ? null : dialog.endsSubscription ? 'ends' : 'goes-on',
    ends: dialog.ends,
    informational: dialog.source.every((cited) => cited.startsWith('RFC 5057 ')),
  };
}

/** Whether the text on the code lets more end than the standards on calls and subscriptions do, or less */
export const dialogDisputed = ({ call, subscription, ends }: DialogEffect): boolean =>
  dialogGoesOn(ends) ? call === 'ends' || subscription === 'ends' : call === 'goes-on' || subscription === 'goes-on';

/** Every section behind the effect: calls, subscriptions, the code's own text */
export function dialogSources(code: Code): Source[] {
  const effect = dialogEffect(code);
  if (!effect) return [];
  const { dialog } = code;
  return [
    ...(effect.call === null ? [] : (dialog?.endsCall ?? CALL_GOES_ON)),
    ...(effect.subscription === null ? [] : (dialog?.endsSubscription ?? SUBSCRIPTION_GOES_ON)),
    ...(dialog?.source ?? []),
  ];
}
