/** Whether a campaign runs on a day; its first and its last day both belong to it. Days are `YYYY-MM-DD`. */
export function campaignStatusOn(
  campaign: { readonly openFrom: string; readonly closeOn: string },
  today: string,
): 'PLANNED' | 'OPEN' | 'CLOSED' {
  if (today < campaign.openFrom) return 'PLANNED';
  return today <= campaign.closeOn ? 'OPEN' : 'CLOSED';
}
