-- Neovim as a client of the server: attaches it to FILE, waits for diagnostics, prints them, and then the card under the first.
-- Environment: SERVER, FILE, ROOT. Written for 0.7 and later.
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.FILE))
local id = vim.lsp.start_client({
  name = 'modelterms',
  cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
  root_dir = vim.env.ROOT,
})
vim.lsp.buf_attach_client(0, id)

local function fail(what)
  io.stderr:write(what .. '\n')
  vim.cmd('cquit 1')
end

if not vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20) then
  fail('no diagnostics')
end
local first
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  first = first or diagnostic
  io.stdout:write(string.format('%d:%d %s %s\n', diagnostic.lnum, diagnostic.col, diagnostic.source, diagnostic.code))
end

local params = {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  position = { line = first.lnum, character = first.col },
}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 20000)
local hover = answers and answers[id] and answers[id].result
if not hover then
  fail('no hover')
end
io.stdout:write(hover.contents.value .. '\n')
vim.cmd('qall!')
