/** The first and the last day of a campaign, `YYYY-MM-DD`; both belong to it. */
export interface CampaignDays {
  readonly from: string;
  readonly through: string;
}

/** Whether a campaign runs on a day; its first and its last day both belong to it. Days are `YYYY-MM-DD`. */
export function campaignStatusOn(campaign: CampaignDays, today: string): 'PLANNED' | 'OPEN' | 'CLOSED' {
  if (today < campaign.from) return 'PLANNED';
  return today <= campaign.through ? 'OPEN' : 'CLOSED';
}

const YEAR_MS = 366 * 86_400_000;

/** Whether the days of a campaign are in order, and a year apart at most. */
export const daysAreInOrder = ({ from, through }: CampaignDays): boolean =>
  from <= through && Date.parse(through) - Date.parse(from) <= YEAR_MS;
