import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * The parser of this product: CommonMark with GFM, front matter in YAML and TOML, and emphasis that closes before Han
 * (`**产值（现价）**为`). One tilde is ordinary in reports ("10~20"): two are needed to strike out. Reports are parsed in
 * pieces with its extensions (`parse-markdown.ts`), and its `parse` is what the pieces are held to.
 */
export const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkCjkFriendly)
  .freeze();
