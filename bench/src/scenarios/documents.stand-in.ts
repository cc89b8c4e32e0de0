import { testSigning } from '@dang/documents/signing/testing-signing';

// The stand-in of the signing service in a process of its own, as it runs: `documents.stand-in.ts <member> <name>` tells its environment
// and that member's certificate, and ends with whoever started it.
const [memberId = '', name = ''] = process.argv.slice(2);
const signing = await testSigning();
const { recorded } = signing.certify(memberId, { name });
process.on('disconnect', () => void signing.close());
process.send?.({ environment: signing.environment, recorded });
