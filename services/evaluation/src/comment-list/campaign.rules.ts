/** Whether a campaign runs on a day; its first and its last day both belong to it. Days are `YYYY-MM-DD`. */
export function campaignStatusOn(
  campaign: { readonly from: string; readonly through: string },
  today: string,
): 'PLANNED' | 'OPEN' | 'CLOSED' {
  if (today < campaign.from) return 'PLANNED';
  return today <= campaign.through ? 'OPEN' : 'CLOSED';
}
