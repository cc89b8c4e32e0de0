/** Why bytes are not taken: another kind of file, broken or harmful, made to swell, or marked as secret. */
export type FileFault = 'FILE_TYPE_NOT_ALLOWED' | 'FILE_CONTENT' | 'FILE_BOMB' | 'FILE_CLASSIFIED';
