import { Migration } from '@mikro-orm/migrations';

/** Every night asks for messages of platforms that are older than ten years: by an index, not by reading all of ten years in less than five seconds. */
export class MessagesByAge extends Migration {
  override up(): void {
    this.addSql('create index provider_message_received on provider_message (received_at)');
  }

  override down(): void {
    throw new Error('A migration of this service is never taken back: restore the database instead');
  }
}
