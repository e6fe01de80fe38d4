/* What a program costs that does nothing but load the libraries broadsheet is linked with. */
int main(void)
{
    return 0;
}
